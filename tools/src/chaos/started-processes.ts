/** Every process that a run has started and that may still live; what a sudden end of the run has to take with it. */
export class StartedProcesses {
  readonly #ids = new Set<number>();

  add(processId: number): void {
    this.#ids.add(processId);
  }

  /** It has ended: its number may be another's from now on. */
  remove(processId: number): void {
    this.#ids.delete(processId);
  }

  /** Kills what is left, at once. Only processes that were started here. */
  killAll(): void {
    for (const id of this.#ids) send(id, 'SIGKILL');
  }

  /** Those that still live. */
  get left(): readonly number[] {
    return [...this.#ids].filter((id) => isAlive(id));
  }
}

/** @returns whether there was such a process */
export function send(processId: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(processId, signal);
  } catch {
    return false;
  }
}

export function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
