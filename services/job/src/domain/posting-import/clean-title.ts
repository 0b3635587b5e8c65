import { factValues } from './posting-facts.ts';
import { EMPLOYER_WORDS, LABELS, ROLES, TITLE_OPENINGS } from './lexicon/lexicon.ts';
import { foldText, wordsBetween } from './text-words.ts';

const LONGEST_TITLE = 150;
const SHORTEST_ROLE = 2;
const LONGEST_ROLE = 16;
/** "(m/w/d)", "(f/m/x)", "(H/F)", "(all genders)": says who may apply, which is everybody; no part of the title. */
const GENDERS = /\s*[([]\s*(?:[mwfdxhgn](?:\s*[/|,*]\s*[mwfdxhgn]){1,3}|all genders?|any gender|gn)\s*[)\]]/giu;
const BARE_GENDERS = /\s+[-–—|]?\s*(?:[mwf]\/[mwfd]\/[dxnm]|[hf]\/[hf])$/iu;
const MARKUP = /\*\*|__|`|^[\s#>*_=~|-]{1,20}|[\s#*_=~|:-]{1,20}$/gu;
const LEADING_SYMBOLS = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s){1,20}/u;
const DIVIDER = /\s+[|@]\s+|\s+[–—-]\s+|,\s+/gu;

/** A title as a person would write it into a form: without markup, label, gender marks, employer, place and hours. */
export function cleanTitle(text: string): string {
  const plain = text
    .slice(0, LONGEST_TITLE * 2)
    .replace(/\s+/gu, ' ')
    .replace(LEADING_SYMBOLS, '')
    .replace(MARKUP, '')
    .replace(GENDERS, '')
    .replace(BARE_GENDERS, '')
    .trim();
  const title = withoutEmployer(withoutTail(withoutLabel(plain)));
  return /\p{L}/u.test(title) ? title.slice(0, LONGEST_TITLE).trim() : '';
}

/** Whether a text has a word for a person's work, also at the end of a compound ("Vertriebsleiterin"). */
export function namesRole(text: string): boolean {
  return wordsBetween(text, 0, text.length).some((word) => isRole(word.folded));
}

export function isRole(folded: string): boolean {
  if (ROLES.has(folded) || (folded.endsWith('s') && ROLES.has(folded.slice(0, -1)))) return true;
  for (let length = Math.min(LONGEST_ROLE, folded.length - 1); length > SHORTEST_ROLE + 2; length -= 1) {
    if (ROLES.has(folded.slice(-length))) return true;
  }
  return false;
}

/** "Job opening: Designer", "Hiring: Designer". */
function withoutLabel(text: string): string {
  const colon = text.indexOf(':');
  if (colon <= 0 || !/^\s/u.test(text.slice(colon + 1))) return text;
  const words = wordsBetween(text, 0, colon);
  const label = LABELS.matchAt(words, 0) ?? TITLE_OPENINGS.matchAt(words, 0);
  return label !== null && label.to === words.length ? text.slice(colon + 1).trim() : text;
}

/** Cuts "| Berlin" always, "– Remote" and "- Full-time" where the tail says only that. "Engineer - Platform" stays. */
function withoutTail(text: string): string {
  for (const divider of text.matchAll(DIVIDER)) {
    const head = text.slice(0, divider.index);
    const tail = text.slice(divider.index + divider[0].length);
    const cuts = /[|@]/u.test(divider[0]) || isWorkMode(tail);
    if (cuts && namesRole(head)) return head.trim();
  }
  return isWorkModeInBrackets(text) ? text.slice(0, text.lastIndexOf('(')).trim() : text;
}

function isWorkModeInBrackets(text: string): boolean {
  const open = text.lastIndexOf('(');
  return open > 0 && text.endsWith(')') && isWorkMode(text.slice(open + 1, -1));
}

function isWorkMode(text: string): boolean {
  return text.length > 0 && factValues(text).length > 0 && !namesRole(text);
}

/** "Product Designer at Acme" → "Product Designer". */
function withoutEmployer(text: string): string {
  const words = text.split(' ');
  const at = words.findIndex((word, index) => index > 0 && EMPLOYER_WORDS.has(foldText(word)));
  const head = words.slice(0, at).join(' ');
  return at > 0 && namesRole(head) ? head : text;
}
