import type { Company, Installation } from '../company.ts';
import type { Cell, Measured, Pace } from '../measure/run-rounds.ts';

/** What a section is given. */
export interface Surroundings {
  readonly installation: Installation;
  readonly company: Company;
  /** Whom the tokens stand for, as subgraphs are told. */
  readonly caller: unknown;
  /** Unique ones, all of the same claims. */
  readonly tokens: readonly string[];
  /** The path of the composed schema. */
  readonly supergraph: string;
  readonly progress: (line: string) => void;
}

export interface SectionPlan {
  readonly cells: readonly Cell[];
  readonly pace: Pace;
  /** Only these arms; all where null. */
  readonly only: readonly string[] | null;
}

export type SectionName = 'gateway' | 'platform';

export interface LeftOut {
  readonly arm: string;
  readonly why: string;
}

export interface SectionResult {
  readonly section: SectionName;
  readonly arms: readonly { readonly name: string; readonly title: string }[];
  readonly measured: readonly Measured[];
  /** Arms that answered otherwise than stock, or not at all: they are not timed. */
  readonly leftOut: readonly LeftOut[];
}
