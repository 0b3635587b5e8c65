/** The sections that a heading can open. WISH is "nice to have"; ROLE mixes duties, demands and praise; OTHER asks nothing. */
export type SectionName =
  | 'MUST_HAVE'
  | 'QUALIFICATION'
  | 'SKILL'
  | 'MINDSET'
  | 'RESPONSIBILITY'
  | 'WISH'
  | 'ROLE'
  | 'OTHER';

/** What a phrase inside a sentence tells about the sentence. */
export type WordingTag =
  /** "a plus": wished for. */
  | 'WISH'
  /** "is required": a must. */
  | 'MUST'
  /** "you will": a duty of the person. */
  | 'DUTY'
  /** "experience with": something asked of the person. */
  | 'ASK'
  /** "you", "candidates": speaks of the person. */
  | 'PERSON'
  /** "we": speaks of the company. */
  | 'COMPANY'
  /** "our": speaks of the company where it opens a sentence. */
  | 'COMPANY_OWN'
  /** "we are looking for": the company asks. */
  | 'COMPANY_ASK'
  /** "you will get": something given, not asked. */
  | 'OFFER'
  /** "apply now", "equal opportunity": the formal end of a posting. */
  | 'CLOSING'
  /** "so is": the sentence goes on where the one before it ended. */
  | 'SAME_AGAIN'
  /** "this is a": describes the role itself. */
  | 'DESCRIPTION';

/** What a label such as "Location:" announces. OTHER is known, and of no use to an import (salary, start date). */
export type FactLabel = 'TITLE' | 'LOCATION' | 'DEPARTMENT' | 'EMPLOYMENT_TYPE' | 'OTHER';

export type FactValue = 'FULL_TIME' | 'PART_TIME' | 'CONTRACT' | 'TEMPORARY' | 'INTERNSHIP' | 'REMOTE' | 'ON_SITE';

/**
 * The words of one language. Phrases are compared without case, accents and punctuation ("must-have" = "Must have").
 * A heading phrase written `=like this` counts only as the whole heading; `like this …` may go on with
 * anything; `~like this` gives way to a plain phrase beside it ("You have these skills").
 */
export interface LanguageLexicon {
  readonly headings: Readonly<Record<SectionName, readonly string[]>>;
  /** Words that may stand beside a heading phrase without making it something else ("Your key skills"). */
  readonly headingFillers: readonly string[];
  /** Words that open a sentence which ends in a colon and leads to a list ("You should know:"), unlike a heading. */
  readonly leadInOpenings: readonly string[];
  readonly wording: Readonly<Record<WordingTag, readonly string[]>>;
  /** Words that may stand beside "a plus" without naming what is wished for ("which would be a plus"). */
  readonly wishFillers: readonly string[];
  /** First words of bullets that name a duty ("Design", "Designing"). */
  readonly dutyOpenings: readonly string[];
  readonly labels: Readonly<Record<FactLabel, readonly string[]>>;
  readonly factValues: Readonly<Record<FactValue, readonly string[]>>;
  readonly title: TitleLexicon;
  readonly years: YearsLexicon;
  /** Words that end in a full stop inside a sentence, without that stop. */
  readonly abbreviations: readonly string[];
  /** Words that open a new sentence even after "U.S." or "15." */
  readonly sentenceOpenings: readonly string[];
}

export interface TitleLexicon {
  /** "we are looking for": what follows is the title. */
  readonly openings: readonly string[];
  /** "as a": what follows is a title only if it names a role. */
  readonly weakOpenings: readonly string[];
  /** Articles and praise between the opening and the title. */
  readonly skipped: readonly string[];
  /** Words that cannot be in a title and end it ("who", "with"). */
  readonly ends: readonly string[];
  /** Words that belong to a title also where they stand in lower case before its capitals ("senior Data Engineer"). */
  readonly grades: readonly string[];
  /** "someone", "people": the opening names no title. */
  readonly noTitles: readonly string[];
  /** Ends of words that name a person's work, e.g. "engineer" (also in "Vertriebsingenieur"). */
  readonly roles: readonly string[];
  /** Words before a company's name in a heading ("Designer at Acme"). */
  readonly employerWords: readonly string[];
}

export interface YearsLexicon {
  readonly numbers: Readonly<Record<string, number>>;
  readonly years: readonly string[];
  readonly months: readonly string[];
  /** Ends of words such as "fünfjährige". */
  readonly compounds: readonly string[];
  /** Between two numbers of a range ("3 to 5"). */
  readonly to: readonly string[];
  /** Between the numbers of "between 3 and 5". */
  readonly and: readonly string[];
  readonly between: readonly string[];
  /** Between the number and the unit ("5 or more full years"). */
  readonly skipped: readonly string[];
  /** Before the number: no minimum ("up to 3 years", "in the last 3 years"). */
  readonly noMinimumBefore: readonly string[];
  /** After the unit: no experience ("18 years old", "2-year contract"). */
  readonly noMinimumAfter: readonly string[];
}
