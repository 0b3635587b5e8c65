import { failureMessage } from './failure-message.ts';
import { keepNewObjectsYoung } from './keep-new-objects-young.ts';
import { stopOnSignals } from './stop-on-signals.ts';

export interface ProcessOptions {
  /** Starts everything; what it gives is stopped at a signal. */
  readonly start: () => Promise<{ stop(): Promise<void> }>;
  /** Ends the process. Only an entry (main.ts) may hand it over. */
  readonly exit: (code: number) => void;
  /** Says a line to a person. */
  readonly report: (line: string) => void;
}

/** What every entry does: start, or say in a sentence why not and end with 1; stop once at SIGINT or SIGTERM. */
export async function runProcess({ start, exit, report }: ProcessOptions): Promise<void> {
  keepNewObjectsYoung();
  try {
    const running = await start();
    stopOnSignals(
      () => running.stop(),
      (code, error) => {
        if (error !== undefined) report(failureMessage(error));
        exit(code);
      },
    );
  } catch (error) {
    report(failureMessage(error));
    exit(1);
  }
}
