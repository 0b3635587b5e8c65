/** What a check found. A note is said although it passed, such as a service that could not be asked. */
export interface CheckOutcome {
  readonly ok: boolean;
  /** Shown when the check failed: what is wrong and how to mend it. */
  readonly output: string;
  readonly note?: string;
}

/** One thing that `npm run check` makes sure of. */
export interface CheckStep {
  readonly name: string;
  run(): Promise<CheckOutcome>;
}

export const passed = (note?: string): CheckOutcome => ({
  ok: true,
  output: '',
  ...(note === undefined ? {} : { note }),
});

export const failed = (output: string): CheckOutcome => ({ ok: false, output });

/** Passes without findings, fails with one line for each. */
export const fromFindings = (findings: readonly string[]): CheckOutcome =>
  findings.length === 0 ? passed() : failed(findings.map((finding) => `- ${finding}`).join('\n'));
