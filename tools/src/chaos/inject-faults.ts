import { setTimeout as delay } from 'node:timers/promises';
import type { AnswerLog } from './answer-log.ts';
import type { FaultyLine } from './faulty-line.ts';
import { describeFault, type Fault, type PlannedFault } from './schedule.ts';
import type { Victim } from './victim.ts';
import type { World } from './world.ts';

/** What was done, and when. */
export interface InjectedFault {
  /** As planned and as done, in milliseconds from the beginning of the part. */
  readonly plannedAt: number;
  readonly at: number;
  /** When the target served again. */
  readonly overAt: number;
  readonly fault: Fault;
}

export interface InjectionParts {
  readonly world: World;
  /** Processes and servers, by name. */
  readonly victims: ReadonlyMap<string, Victim>;
  readonly log: Pick<AnswerLog, 'atNextAcknowledgement'>;
  readonly progress: (line: string) => void;
}

/** A kill waits at most so long for somebody to be told that a change was made. */
const KILLS_WITHIN_MILLISECONDS = 1_500;

/**
 * Does what the schedule says, when it says so. Faults of different targets overlap; one whose target has not recovered
 * from an earlier one waits for it. Resolves when every target serves again.
 */
export async function injectFaults(
  planned: readonly PlannedFault[],
  parts: InjectionParts,
): Promise<readonly InjectedFault[]> {
  const began = performance.now();
  const since = (): number => Math.round(performance.now() - began);
  const busy = new Map<string, Promise<void>>();
  const done: InjectedFault[] = [];
  const under: Promise<void>[] = [];
  for (const { at: plannedAt, fault } of planned) {
    await delay(Math.max(0, plannedAt - since()));
    const earlier = busy.get(fault.target) ?? Promise.resolve();
    const work = earlier.then(async () => {
      const at = since();
      parts.progress(`${clockOf(at)}  ${describeFault(fault)}`);
      await inject(fault, parts);
      done.push({ plannedAt, at, overAt: since(), fault });
    });
    busy.set(
      fault.target,
      work.catch(() => undefined),
    );
    under.push(work);
  }
  await Promise.all(under);
  return done.sort((a, b) => a.at - b.at);
}

async function inject(fault: Fault, parts: InjectionParts): Promise<void> {
  switch (fault.kind) {
    case 'kill': {
      await killAndStart(victimOf(parts, fault.target), fault.downFor, parts);
      return;
    }
    case 'freeze': {
      const victim = victimOf(parts, fault.target);
      victim.freeze();
      await delay(fault.lasts);
      victim.thaw();
      return;
    }
    case 'full-disk': {
      await fillDisk(victimOf(parts, fault.target), parts.world, fault.lasts);
      return;
    }
    case 'reset':
      lineOf(parts, fault.target).reset();
      return;
    case 'delay':
    case 'half-open': {
      const line = lineOf(parts, fault.target);
      if (fault.kind === 'delay') line.delay(fault.late);
      else line.fallSilent(fault.silent);
      await delay(fault.lasts);
      line.calm();
    }
  }
}

async function killAndStart(victim: Victim, downFor: number, { log }: InjectionParts): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    log.atNextAcknowledgement(() => void victim.kill().then(resolve, reject), KILLS_WITHIN_MILLISECONDS);
  });
  await delay(downFor);
  await victim.start();
}

async function fillDisk(victim: Victim, { disk }: World, lasts: number): Promise<void> {
  const id = victim.processId;
  if (id !== null) disk.fill(id);
  await delay(lasts);
  // Down before there is room again: nothing that it could not write may be written after all.
  await victim.kill();
  if (id !== null) disk.free(id);
  await victim.start();
}

function victimOf({ victims }: InjectionParts, name: string): Victim {
  const victim = victims.get(name);
  if (victim === undefined) throw new Error(`The schedule names ${name}, which does not run here.`);
  return victim;
}

function lineOf({ world }: InjectionParts, name: string): FaultyLine {
  const line = (world.lines as Readonly<Record<string, FaultyLine>>)[name];
  if (line === undefined) throw new Error(`The schedule names the line ${name}, which is not there.`);
  return line;
}

/** Milliseconds as minutes and seconds. */
export function clockOf(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, '0')}`;
}
