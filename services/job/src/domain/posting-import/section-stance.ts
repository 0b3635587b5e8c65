import type { ImportedCriterionKind } from './imported-posting.ts';
import type { SectionName } from './lexicon/language-lexicon.ts';
import type { PostingBlock } from './posting-blocks.ts';

/** How the text of a section is read: all of it as one kind, by each sentence's own wording, or not at all. */
export type SectionStance =
  | { readonly read: 'AS_KIND'; readonly kind: ImportedCriterionKind; readonly wished: boolean }
  | { readonly read: 'BY_WORDING' }
  | { readonly read: 'NOT' };

const BY_WORDING: SectionStance = { read: 'BY_WORDING' };

export interface SectionState {
  /** What holds until the next heading. */
  readonly stance: SectionStance;
  /** The level of the heading that set it; null when it had none. */
  readonly level: number | null;
  /** What holds for the list after a lead-in only. */
  readonly listStance: SectionStance | null;
  readonly listSeen: 'NOTHING' | 'BULLETS' | 'TEXT';
}

/** Before any heading: the opening, where duties and demands stand among praise of the company. */
export const OPENING_STATE: SectionState = { stance: BY_WORDING, level: null, listStance: null, listSeen: 'NOTHING' };

export function stanceNow(state: SectionState): SectionStance {
  return state.listStance ?? state.stance;
}

/** The state after a block has been met and before it is read. */
export function enterBlock(state: SectionState, block: PostingBlock): SectionState {
  switch (block.type) {
    case 'HEADING':
      return enterHeading(state, block);
    case 'BULLET':
      return state.listStance === null ? state : { ...state, listSeen: 'BULLETS' };
    case 'PROSE':
      if (state.listSeen === 'BULLETS') return leaveList(state);
      return state.listStance === null ? state : { ...state, listSeen: 'TEXT' };
    case 'GAP':
      return state.listSeen === 'TEXT' ? leaveList(state) : state;
    case 'FACT':
      return state;
  }
}

function enterHeading(state: SectionState, heading: PostingBlock & { type: 'HEADING' }): SectionState {
  const { section, leadsIn, level } = heading;
  if (leadsIn) {
    const listStance = section === null ? null : stanceOf(section.name, section.subject);
    return { ...state, listStance: listStance ?? stanceNow(state), listSeen: 'NOTHING' };
  }
  const stance = section === null ? stanceUnderUnknown(state, level) : stanceOf(section.name, section.subject);
  const inherited = section === null && stance === state.stance;
  return { stance, level: inherited ? state.level : level, listStance: null, listSeen: 'NOTHING' };
}

/** A deeper heading that we do not know divides its section ("Backend" under "Requirements"); another opens its own. */
function stanceUnderUnknown(state: SectionState, level: number | null): SectionStance {
  const isDeeper = state.level !== null && (level === null || level > state.level);
  return isDeeper ? state.stance : BY_WORDING;
}

function stanceOf(name: SectionName, subject: SectionName): SectionStance {
  switch (name) {
    case 'OTHER':
      return { read: 'NOT' };
    case 'ROLE':
      return BY_WORDING;
    case 'WISH':
      return { read: 'AS_KIND', kind: wishedKind(subject), wished: true };
    default:
      return { read: 'AS_KIND', kind: name, wished: false };
  }
}

/** Nobody wishes for a must: "nice to have" alone, and next to it "requirements", speaks of qualifications. */
function wishedKind(subject: SectionName): ImportedCriterionKind {
  return subject === 'SKILL' || subject === 'MINDSET' || subject === 'RESPONSIBILITY' ? subject : 'QUALIFICATION';
}

function leaveList(state: SectionState): SectionState {
  return { ...state, listStance: null, listSeen: 'NOTHING' };
}
