export const CRITERION_KINDS = ['MUST_HAVE', 'QUALIFICATION', 'SKILL', 'MINDSET', 'RESPONSIBILITY'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** A part of a post's text as it was imported, in UTF-16 code units; `end` exclusive. */
export interface SourceSpan {
  readonly postId: string;
  readonly start: number;
  readonly end: number;
}

/** Something that a job asks of a person. */
export interface Criterion {
  readonly id: string;
  readonly kind: CriterionKind;
  readonly text: string;
  readonly minimumYears: number | null;
  /** 0 to 10. */
  readonly weight: number;
  readonly sourceSpan: SourceSpan | null;
  readonly active: boolean;
}
