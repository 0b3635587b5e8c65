import { closeSync, openSync, writeSync } from 'node:fs';
import type { IssuedCommand } from '@hiregraph/testkit/oracle';

/** One answer, or the lack of one, to one try. */
export interface AnswerLine {
  readonly at: string;
  readonly correlationId: string;
  readonly mutation: string;
  readonly outcome: IssuedCommand['outcome'];
  readonly code: string;
  readonly milliseconds: number;
}

/** Everything that clients sent and what they were told, in memory for the oracle and in a file for people. */
export class AnswerLog {
  readonly commands = new Map<string, IssuedCommand>();
  /** How often each mutation met each code. */
  readonly codes = new Map<string, number>();
  readonly #file: number;
  #waiting: (() => void)[] = [];

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  answered(line: AnswerLine): void {
    if (line.outcome === 'acknowledged') this.#wake();
    const key = `${line.mutation} ${line.code}`;
    this.codes.set(key, (this.codes.get(key) ?? 0) + 1);
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  /**
   * Calls back in the very moment in which the next change is acknowledged, or after so many milliseconds without one.
   * What a store acknowledged too early is lost most surely right then.
   */
  atNextAcknowledgement(callback: () => void, atMost: number): void {
    const once = (): void => {
      clearTimeout(timer);
      this.#waiting = this.#waiting.filter((waiting) => waiting !== once);
      callback();
    };
    const timer = setTimeout(once, atMost);
    this.#waiting.push(once);
  }

  #wake(): void {
    for (const callback of [...this.#waiting]) callback();
  }

  /** The last word on a command; said again when it was settled later. */
  settled(command: IssuedCommand): void {
    this.commands.set(command.correlationId, command);
    writeSync(this.#file, `${JSON.stringify({ settled: command.correlationId, outcome: command.outcome })}\n`);
  }

  count(outcome: IssuedCommand['outcome']): number {
    return [...this.commands.values()].filter((command) => command.outcome === outcome).length;
  }

  close(): void {
    closeSync(this.#file);
  }
}
