/** Anything that runs. `stop` releases everything, so that the process ends by itself; calling it twice is harmless. */
export interface Lifecycle {
  start(): Promise<void>;
  stop(): Promise<void>;
}
