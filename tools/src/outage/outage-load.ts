import { setTimeout as delay } from 'node:timers/promises';
import type { OutageClient, Outcome } from './outage-client.ts';
import type { MovedApplication, OutageScene } from './outage-scene.ts';
import { untilSettled } from './until-settled.ts';

export const PHASES = ['before', 'down', 'after'] as const;
/** Whether the broker was there when the mutation was sent. */
export type Phase = (typeof PHASES)[number];

export interface PhaseFigures {
  /** How long it lasted. */
  milliseconds: number;
  readonly moves: Map<Outcome, number>;
  /** By the hire's status, or the error's code. */
  readonly hires: Map<string, number>;
  /** Of moves, in milliseconds. */
  readonly latencies: number[];
  /** Moves that were due while all applications were busy. */
  notSent: number;
  /** Moves that were sent more than once, with the same key, until they were settled. */
  repeated: number;
}

export interface OutageLoad {
  readonly figures: Readonly<Record<Phase, PhaseFigures>>;
  /** Hires that were asked for. */
  readonly asked: readonly string[];
  enter(phase: Phase): void;
  stop(): Promise<void>;
}

const newFigures = (): PhaseFigures => ({
  milliseconds: 0,
  moves: new Map(),
  hires: new Map(),
  latencies: [],
  notSent: 0,
  repeated: 0,
});

const countUp = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/**
 * Sends moves at a steady rate, whatever becomes of those before (an open loop), and now and then a hire.
 * @param rate moves a second
 * @param hireEvery milliseconds between two hires
 */
export function startOutageLoad(client: OutageClient, scene: OutageScene, rate: number, hireEvery: number): OutageLoad {
  const figures = { before: newFigures(), down: newFigures(), after: newFigures() };
  const asked: string[] = [];
  const underWay = new Set<Promise<void>>();
  let phase: Phase = 'before';
  let since = performance.now();
  let running = true;
  let number = 0;

  const begin = (work: Promise<void>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  async function move(application: MovedApplication, into: PhaseFigures): Promise<void> {
    application.busy = true;
    const input = {
      applicationId: application.id,
      expectedFromStageId: scene.stageIds[application.at],
      toStageId: scene.stageIds[1 - application.at],
      idempotencyKey: `move-${(number += 1)}`,
    };
    const { outcome, tries, milliseconds } = await untilSettled(() =>
      client.mutate('moveApplication', input, 'application { id }'),
    );
    if (tries > 1) into.repeated += 1;
    if (outcome === 'OK') application.at = 1 - application.at;
    countUp(into.moves, outcome);
    into.latencies.push(milliseconds);
    application.busy = false;
  }

  async function hire(id: string, into: PhaseFigures): Promise<void> {
    asked.push(id);
    const input = { applicationId: id, idempotencyKey: `hire-${id}` };
    const fields = 'application { hire { status } }';
    type Payload = { application: { hire: { status: string } | null } | null };
    const { outcome, payload } = await untilSettled(() => client.mutate<Payload>('hireApplication', input, fields));
    countUp(into.hires, outcome === 'OK' ? (payload?.application?.hire?.status ?? 'NONE') : outcome);
  }

  async function run(): Promise<void> {
    const began = performance.now();
    let sent = 0;
    let hired = 0;
    while (running) {
      const elapsed = performance.now() - began;
      for (; sent < (elapsed * rate) / 1000; sent++) {
        const at = sent % scene.moved.length;
        const free = [...scene.moved.slice(at), ...scene.moved.slice(0, at)].find(({ busy }) => !busy);
        if (free === undefined) figures[phase].notSent += 1;
        else begin(move(free, figures[phase]));
      }
      for (; hired < elapsed / hireEvery; hired++) {
        const id = scene.toHire.shift();
        if (id !== undefined) begin(hire(id, figures[phase]));
      }
      await delay(5);
    }
    await Promise.all(underWay);
  }

  const done = run();
  const enter = (next: Phase): void => {
    const now = performance.now();
    figures[phase].milliseconds += now - since;
    phase = next;
    since = now;
  };
  return {
    figures,
    asked,
    enter,
    stop: async () => {
      running = false;
      enter(phase);
      await done;
    },
  };
}
