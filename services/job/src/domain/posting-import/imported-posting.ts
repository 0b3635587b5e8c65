/** What an importer found in a posting. Offsets are UTF-16 code units, as `String.prototype.slice` takes them. */

export const CRITERION_KINDS = ['MUST_HAVE', 'QUALIFICATION', 'SKILL', 'MINDSET', 'RESPONSIBILITY'] as const;
export type ImportedCriterionKind = (typeof CRITERION_KINDS)[number];

export type ImportedEmploymentType = 'FULL_TIME' | 'PART_TIME' | 'CONTRACT' | 'TEMPORARY' | 'INTERNSHIP';

/** `start` inclusive, `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface ImportedCriterion {
  readonly kind: ImportedCriterionKind;
  /** Always `body.slice(span.start, span.end)`, to the character. */
  readonly text: string;
  /** Whole years, rounded down, so that never more is asked than the posting asks; null when it names none. */
  readonly minimumYears: number | null;
  /** 1 (a wish) to 5 (a must): see `criterion-weight.ts`. */
  readonly weight: number;
  readonly span: TextSpan;
}

export interface ImportedPosting {
  readonly title: string;
  /** The posting's text unchanged; for JSON-LD the text of its description and of the fields that it leaves out. */
  readonly body: string;
  /** In the order of the text; spans never overlap. */
  readonly criteria: readonly ImportedCriterion[];
  readonly locations: readonly string[];
  readonly department?: string;
  readonly employmentType?: ImportedEmploymentType;
  readonly remote?: boolean;
}

export type PostingSource = { readonly text: string } | { readonly jsonLd: string | object };
