import { criterionKind, type Statement } from './criterion-kind.ts';
import { criterionWeight, isWish } from './criterion-weight.ts';
import type { ImportedCriterion, ImportedCriterionKind, TextSpan } from './imported-posting.ts';
import { minimumYears } from './minimum-years.ts';
import type { PostingBlock } from './posting-blocks.ts';
import { enterBlock, OPENING_STATE, type SectionStance, stanceNow } from './section-stance.ts';
import { sentenceSpans } from './sentence-spans.ts';
import { wordsBetween } from './text-words.ts';
import { wordingOf } from './wording.ts';

export interface CriteriaLimits {
  readonly criteria: number;
  /** Sentences and items, whether or not they are criteria. */
  readonly statements: number;
}

export interface CollectedCriteria {
  /** In the order of the text; not all of them when a limit was passed. */
  readonly criteria: readonly ImportedCriterion[];
  readonly passed: keyof CriteriaLimits | null;
}

/** All that a posting asks of a person. Stops at the first limit that is passed, so that no text is worth reading for long. */
export function collectCriteria(
  body: string,
  blocks: readonly PostingBlock[],
  limits: CriteriaLimits,
): CollectedCriteria {
  const criteria: ImportedCriterion[] = [];
  let statements = 0;
  for (const criterion of statementsOf(body, blocks)) {
    statements += 1;
    if (criterion !== null) criteria.push(criterion);
    if (criteria.length > limits.criteria) return { criteria, passed: 'criteria' };
    if (statements > limits.statements) return { criteria, passed: 'statements' };
  }
  return { criteria, passed: null };
}

/** Every sentence and item of the sections that are read: its criterion, or null where it asks nothing. */
function* statementsOf(body: string, blocks: readonly PostingBlock[]): Generator<ImportedCriterion | null> {
  const headless = !blocks.some((block) => block.type === 'HEADING' && block.section !== null);
  let state = OPENING_STATE;
  for (const [at, block] of blocks.entries()) {
    state = enterBlock(state, block);
    const stance = stanceNow(state);
    if (stance.read === 'NOT') continue;
    if (block.type === 'BULLET' && !announcesItems(body, block, blocks[at + 1])) {
      yield* readStatements(body, [block.span], 'BULLET', stance, headless);
    } else if (block.type === 'PROSE') {
      yield* readStatements(body, sentenceSpans(body, block.span.start, block.span.end), 'SENTENCE', stance, headless);
    }
  }
}

/** "Experience with:" above items that are indented deeper is their heading. */
function announcesItems(
  body: string,
  block: PostingBlock & { type: 'BULLET' },
  next: PostingBlock | undefined,
): boolean {
  return next?.type === 'BULLET' && next.indent > block.indent && body.charAt(block.span.end - 1) === ':';
}

function* readStatements(
  body: string,
  spans: Iterable<TextSpan>,
  manner: Statement['manner'],
  stance: SectionStance,
  headless: boolean,
): Generator<ImportedCriterion | null> {
  let wishBefore: ImportedCriterionKind | null = null;
  for (const span of spans) {
    const statement = readStatement(body, span, manner);
    const { wording, minimumYears: years, text } = statement;
    // "… is a big plus. So is …": the second sentence is as much a wish as the first.
    const kindBefore: ImportedCriterionKind | null = wording.opensWith('SAME_AGAIN') ? wishBefore : null;
    const sectionKind: ImportedCriterionKind | null = criterionKind(statement, stance, headless) ?? kindBefore;
    const wished: boolean = isWish(body, statement.words, wording) || kindBefore !== null;
    // Whatever section it stands in, what is merely wished for is no must.
    const kind: ImportedCriterionKind | null = wished && sectionKind === 'MUST_HAVE' ? 'QUALIFICATION' : sectionKind;
    wishBefore = wished ? kind : null;
    const inWishes = stance.read === 'AS_KIND' && stance.wished;
    yield kind === null
      ? null
      : {
          kind,
          text,
          minimumYears: years,
          weight: criterionWeight(kind, wished || inWishes, wording.has('MUST')),
          span,
        };
  }
}

function readStatement(body: string, span: TextSpan, manner: Statement['manner']): Statement {
  const words = wordsBetween(body, span.start, span.end);
  return {
    manner,
    text: body.slice(span.start, span.end),
    words,
    wording: wordingOf(words),
    minimumYears: minimumYears(body, words),
  };
}
