import type { Liveness, ProcessIdentities, ProcessIdentity } from '../../src/journal/index.ts';

/** A machine for tests on which processes start and end as the test says. */
export class SimulatedMachine {
  readonly bootId: string;
  readonly #running = new Map<number, string>();
  #starts = 0;

  constructor(bootId = 'boot-1') {
    this.bootId = bootId;
  }

  /** @returns the view of a new process; the same pid may be used again after `end` */
  start(pid: number): ProcessIdentities {
    this.#starts++;
    const startedAt = String(this.#starts);
    this.#running.set(pid, startedAt);
    const identity = { pid, startedAt, bootId: this.bootId, namespace: 'pid:[1]', host: 'machine' };
    return { self: async () => identity, liveness: async (holder) => this.#liveness(holder) };
  }

  end(pid: number): void {
    this.#running.delete(pid);
  }

  #liveness(holder: ProcessIdentity): Liveness {
    if (holder.bootId !== this.bootId) return 'dead';
    return this.#running.get(holder.pid) === holder.startedAt ? 'alive' : 'dead';
  }
}
