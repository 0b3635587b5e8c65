import type { IssuedCommand } from '@hiregraph/testkit';
import { type Mutant, NO_MISTAKE } from './mutant.ts';
import { prepareScene } from './prepare-scene.ts';
import { type ClientScene, runClient } from './simulated-client.ts';
import { openSimulation } from './simulation.ts';

export interface Simulated {
  /** What is wrong at the end, as sentences; empty when every law held. */
  readonly faults: readonly string[];
  readonly commands: readonly IssuedCommand[];
  readonly deaths: number;
}

const CLIENTS = 4;
const COMMANDS = 14;
const SIZE = { jobs: 2, seats: 2, people: 10 };

/**
 * The write path of the whole platform, under a scheduler that a seed decides: two processes with all services, relays
 * and consumers on shared stores and one bus; they die at failpoints and in between and are replaced, the bus and the
 * stores lose answers, and clients repeat what got no answer. Then nothing fails any more, and all comes to rest.
 */
export async function simulatePlatform(seed: number, mutant: Mutant = NO_MISTAKE): Promise<Simulated> {
  const simulation = await openSimulation({ seed, mutant });
  const { random, observer, processes } = simulation;
  const prepared = await prepareScene(observer, SIZE);
  const scene: ClientScene = { ...prepared, random, processes, applications: [], commands: [] };
  await simulation.rest();
  simulation.setCalm(false);
  const clients = Array.from({ length: CLIENTS }, (_, index) => runClient(scene, `client${index}`, COMMANDS));
  await simulation.drive(Promise.all(clients));
  simulation.setCalm(true);
  await simulation.step();
  const atRest = await simulation.rest();
  const faults = await simulation.faults(scene.commands);
  await simulation.close();
  return {
    faults: atRest ? faults : ['It never came to rest.', ...faults],
    commands: scene.commands,
    deaths: simulation.deaths(),
  };
}
