import { failed, type CheckOutcome, type CheckStep } from './check-step.ts';

/** The report of a run; `.ci/run` sums these up. */
export interface CheckReport {
  readonly passed: number;
  readonly failed: number;
  readonly steps: readonly { readonly name: string; readonly ok: boolean; readonly seconds: number }[];
}

/**
 * Runs the steps one after the other, to the end whatever fails, and says one line for each.
 *
 * @param say receives a line, or several, of text
 */
export async function runSteps(steps: readonly CheckStep[], say: (text: string) => void): Promise<CheckReport> {
  const results: { name: string; ok: boolean; seconds: number }[] = [];
  for (const step of steps) {
    const startedAt = performance.now();
    const outcome = await outcomeOf(step);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    say(lineFor(step.name, outcome, seconds));
    results.push({ name: step.name, ok: outcome.ok, seconds });
  }
  const good = results.filter(({ ok }) => ok).length;
  return { passed: good, failed: results.length - good, steps: results };
}

/** A step that throws has failed like any other; the ones after it still run. */
async function outcomeOf(step: CheckStep): Promise<CheckOutcome> {
  try {
    return await step.run();
  } catch (error) {
    return failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function lineFor(name: string, { ok, output, note }: CheckOutcome, seconds: number): string {
  const line = `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`;
  const details = ok ? '' : `\n${indent(output.trim() || 'It gave no reason.')}\n`;
  return `${line}${note === undefined ? '' : `  (${note})`}${details}`;
}

const indent = (text: string): string => text.replaceAll(/^/gm, '       ');
