import { type Mutant, NO_MISTAKE } from './mutant.ts';
import { prepareScene } from './prepare-scene.ts';
import { ask, liveServices, pick } from './simulated-client.ts';
import { openSimulation, type Simulation } from './simulation.ts';

export interface RepeatedAnswers {
  /** Keys under which two different answers came, as sentences. */
  readonly faults: readonly string[];
  readonly deaths: number;
  /** How many commands were acknowledged more than once under one key. */
  readonly repeated: number;
  /** How many answered with an application that another command had made. */
  readonly stoodIn: number;
}

interface Intent {
  readonly key: string;
  readonly input: Readonly<Record<string, string>>;
  /** The applications that were answered, each once. */
  readonly answers: Set<string>;
  acknowledged: number;
  /** Whether a try of it is under way: a client that repeats does so when it was answered, or will not be any more. */
  busy: boolean;
}

const SIZE = { jobs: 1, seats: 1, people: 2 };
const CLIENTS = 3;
const STEPS = 20;

const ADD = `mutation ($input: AddApplicationInput!) { addApplication(input: $input) {
  application { id status } userErrors { code } } }`;
const WITHDRAW = `mutation ($input: WithdrawApplicationInput!) { withdrawApplication(input: $input) {
  application { id } userErrors { code } } }`;

/**
 * Puts the same few people forward for the same job, again and again, under new keys and under old ones, and withdraws
 * their applications in between, while processes die and stores fail: a key that was answered must be answered
 * the same for ever, whatever another command has made of the world meanwhile.
 */
export async function simulateRepeats(seed: number, mutant: Mutant = NO_MISTAKE): Promise<RepeatedAnswers> {
  const simulation = await openSimulation({ seed, mutant });
  const { random, observer } = simulation;
  const { unsent } = await prepareScene(observer, SIZE);
  await simulation.rest();
  simulation.setCalm(false);
  const intents: Intent[] = [];
  let keys = 0;

  async function act(): Promise<void> {
    const known = [...new Set(intents.flatMap(({ answers }) => [...answers]))];
    const roll = random();
    const applicationId = roll < 0.3 ? pick(simulation, known) : undefined;
    if (applicationId !== undefined) {
      await send(simulation, WITHDRAW, { applicationId, idempotencyKey: `withdraw-${(keys += 1)}` });
      return;
    }
    const idle = roll < 0.65 ? intents.filter(({ busy }) => !busy) : [];
    await addFor(pick(simulation, idle) ?? newIntent());
  }

  function newIntent(): Intent {
    const input = pick(simulation, unsent) ?? {};
    const intent = { key: `add-${(keys += 1)}`, input, answers: new Set<string>(), acknowledged: 0, busy: false };
    intents.push(intent);
    return intent;
  }

  async function addFor(intent: Intent): Promise<void> {
    intent.busy = true;
    const id = await send(simulation, ADD, { ...intent.input, idempotencyKey: intent.key });
    intent.busy = false;
    if (id === null) return;
    intent.answers.add(id);
    intent.acknowledged += 1;
  }

  const clients = Array.from({ length: CLIENTS }, async () => {
    for (let step = 0; step < STEPS; step++) await act();
  });
  await simulation.drive(Promise.all(clients));
  simulation.setCalm(true);
  await simulation.step();
  await simulation.rest();
  await simulation.drive(Promise.all(intents.filter(({ acknowledged }) => acknowledged > 0).map(addFor)));
  await simulation.close();
  const made = intents.flatMap(({ answers }) => [...answers]);
  return {
    faults: intents
      .filter(({ answers }) => answers.size > 1)
      .map(({ key, answers }) => `${key} was answered with ${[...answers].join(' and with ')}`),
    deaths: simulation.deaths(),
    repeated: intents.filter(({ acknowledged }) => acknowledged > 1).length,
    stoodIn: made.length - new Set(made).size,
  };
}

/** @returns the application that was answered; null where nothing was acknowledged */
async function send(
  simulation: Simulation,
  query: string,
  input: Readonly<Record<string, string>> & { readonly idempotencyKey: string },
): Promise<string | null> {
  type Payload = { readonly application: { readonly id: string } | null; readonly userErrors: readonly unknown[] };
  const { candidate } = await liveServices(simulation);
  const data = await ask<Record<string, Payload>>(candidate, query, { input }, input.idempotencyKey).catch(() => ({}));
  const [payload] = Object.values(data);
  return payload === undefined || payload.userErrors.length > 0 ? null : (payload.application?.id ?? null);
}
