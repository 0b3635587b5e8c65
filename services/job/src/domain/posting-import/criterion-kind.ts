import type { ImportedCriterionKind } from './imported-posting.ts';
import { DUTY_OPENINGS } from './lexicon/lexicon.ts';
import type { SectionStance } from './section-stance.ts';
import type { TextWord } from './text-words.ts';
import type { Wording } from './wording.ts';

/** A sentence of prose or an item of a list, with all that decides whether it asks something of a person. */
export interface Statement {
  readonly manner: 'BULLET' | 'SENTENCE';
  readonly text: string;
  readonly words: readonly TextWord[];
  readonly wording: Wording;
  readonly minimumYears: number | null;
}

const MOST_WORDS_BEFORE_SUBJECT = 6;

/**
 * The kind of criterion that a statement is, or null when it asks nothing: the company speaking of itself, offers,
 * descriptions of the role, questions, how to apply, equal-opportunity notices.
 *
 * @param headless the posting has no section that we know; then an item of a list is taken for a qualification
 */
export function criterionKind(
  statement: Statement,
  stance: SectionStance,
  headless: boolean,
): ImportedCriterionKind | null {
  if (stance.read === 'NOT' || statement.words.length === 0 || statement.wording.has('CLOSING')) return null;
  if (stance.read === 'AS_KIND') return asksNothing(statement) ? null : stance.kind;
  return statement.manner === 'BULLET' ? kindOfBullet(statement, headless) : kindOfSentence(statement);
}

/** In a section whose kind is known, only what is plainly no criterion is left out; items of lists never are. */
function asksNothing(statement: Statement): boolean {
  if (statement.manner === 'BULLET') return false;
  const { wording, text } = statement;
  if (wording.opensWith('DESCRIPTION') || wording.opensWith('OFFER')) return true;
  if (text.endsWith('?')) return !asks(statement);
  return speaksOfCompany(statement) && !wording.has('COMPANY_ASK');
}

function kindOfBullet(statement: Statement, headless: boolean): ImportedCriterionKind | null {
  const { wording, words } = statement;
  if (isOffer(statement)) return null;
  const namesDuty = DUTY_OPENINGS.has(words[0]?.folded ?? '') && !wording.opensWith('ASK');
  if (namesDuty || wording.opensWith('DUTY')) return 'RESPONSIBILITY';
  if (asks(statement) || wording.has('WISH') || wording.has('MUST')) return 'QUALIFICATION';
  return headless ? 'QUALIFICATION' : null;
}

function kindOfSentence(statement: Statement): ImportedCriterionKind | null {
  const { wording, text } = statement;
  if (isOffer(statement) || wording.opensWith('DESCRIPTION') || text.endsWith('?')) return null;
  if (wording.opensWith('SAME_AGAIN')) return null;
  if (speaksOfCompany(statement)) return wording.has('COMPANY_ASK') && asks(statement) ? 'QUALIFICATION' : null;
  if (wording.has('DUTY')) return 'RESPONSIBILITY';
  const speaksOfPerson =
    wording.has('PERSON') || wording.has('COMPANY_ASK') || wording.has('WISH') || wording.has('MUST');
  return speaksOfPerson && asks(statement) ? 'QUALIFICATION' : null;
}

/** "You'll carry the pager, and you'll get the next day off" is a duty; "You'll get …" is an offer. */
function isOffer(statement: Statement): boolean {
  const first = statement.wording.matches.find(
    (match) => match.meanings.includes('OFFER') || match.meanings.includes('DUTY'),
  );
  return first?.meanings.includes('OFFER') === true;
}

function asks(statement: Statement): boolean {
  return statement.minimumYears !== null || statement.wording.has('ASK');
}

/** "We …", "Our …", "At Acme, we …": the company is the subject, before any word for the person. */
function speaksOfCompany(statement: Statement): boolean {
  const { wording } = statement;
  if (wording.opensWith('COMPANY_OWN')) return true;
  const subject = wording.matches.find((match) =>
    match.meanings.some((tag) => ['COMPANY', 'COMPANY_ASK', 'PERSON', 'DUTY'].includes(tag)),
  );
  if (subject === undefined || subject.from > MOST_WORDS_BEFORE_SUBJECT) return false;
  return subject.meanings.includes('COMPANY') || subject.meanings.includes('COMPANY_ASK');
}
