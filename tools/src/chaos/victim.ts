/** Something that a run starts, kills, freezes and starts again: a process of the platform, or a server. */
export interface Victim {
  readonly name: string;
  /** Null while it is down. */
  readonly processId: number | null;
  /** Resolves when it serves. Tries again when it ends while it starts, as an orchestrator would. */
  start(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** SIGTERM. @returns whether it ended by itself, in order */
  stop(): Promise<boolean>;
  /** How often it ended although nobody killed it. */
  readonly endsByItself: number;
  /** How often it ended while it started. */
  readonly failedStarts: number;
}
