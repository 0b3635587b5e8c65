/** What tells one process from every other one, of any time, on one machine. `null` = this system does not say. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque; equal only for the same process. */
  readonly startedAt: string | null;
  /** Opaque; changes at every boot. */
  readonly bootId: string | null;
  /** The pid namespace (containers): pids of another one mean nothing here. */
  readonly namespace: string | null;
  readonly host: string;
}

export type Liveness = 'alive' | 'dead' | 'undecidable';

export interface ProcessIdentities {
  self(): Promise<ProcessIdentity>;
  /** Decides by identity, never by age. */
  liveness(holder: ProcessIdentity): Promise<Liveness>;
}
