import type { SectionResult } from '../sections/section.ts';
import type { JudgedTarget } from './targets.ts';

/** Everything that a run found out, as it is written. */
export interface BenchReport {
  readonly command: string;
  readonly node: string;
  readonly machine: string;
  readonly pace: string;
  /** Load average of the machine over a minute before the run: far above 0, somebody else was at work too. */
  readonly loadBefore: number;
  readonly targets: readonly JudgedTarget[];
  readonly sections: readonly SectionResult[];
}
