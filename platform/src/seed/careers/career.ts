/** What people who apply for one job have behind them. */
export interface Career {
  /** Titles from the first one to the one that they call themselves by. */
  readonly ladder: readonly string[];
  readonly skills: readonly { readonly name: string; readonly keywords: readonly string[] }[];
  readonly studies: readonly { readonly studyType: string; readonly area: string }[];
  /** At least four: nobody comes back to an employer. */
  readonly employers: readonly { readonly name: string; readonly description: string }[];
  /** One sentence about a person, `{years}` filled in. */
  readonly summaries: readonly string[];
  /** What was achieved in a position, `{number}` filled in. */
  readonly highlights: readonly string[];
  /** Where most of them live. */
  readonly region: 'GB' | 'DE';
  /** Years of experience, from and to. */
  readonly years: readonly [number, number];
}
