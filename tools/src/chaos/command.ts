import { setTimeout as delay } from 'node:timers/promises';
import { systemClock, toInstant } from '@hiregraph/kernel';
import type { AnswerLog } from './answer-log.ts';
import type { Dice } from './dice.ts';
import { callGraphql } from './graphql-call.ts';
import { MUTATIONS, type MutationKind, type MutationName, mutationText } from './mutations.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** A command as a client issues it, and issues it again until it is answered. */
export interface Command {
  readonly correlationId: string;
  readonly mutation: MutationName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly token: string | null;
  readonly subject: string | null;
  /** What the event must say. */
  readonly says?: Readonly<Record<string, unknown>>;
}

export interface CommandParts {
  readonly log: AnswerLog;
  readonly dice: Dice;
  /** The addresses to choose from, a try at a time. */
  readonly origins: readonly string[];
  readonly tries: number;
  /** Milliseconds between two tries, at least and at most. */
  readonly pause?: readonly [least: number, most: number];
}

const PAUSE = [150, 1_200] as const;

/**
 * Sends a command with its key until it is answered, or tries no more. A refusal after a try whose fate nobody knows says
 * nothing of that try, so the command stays unknown then.
 * @param doubtful whether an earlier try may have been carried out
 */
export async function issueCommand(
  command: Command,
  { log, dice, origins, tries, pause = PAUSE }: CommandParts,
  doubtful = false,
): Promise<Outcome> {
  const { correlationId, token } = command;
  const mutation: MutationKind = MUTATIONS[command.mutation];
  const asked = log.commands.get(correlationId)?.mayFind?.asked ?? toInstant(systemClock.now());
  const variables = { input: { ...command.input, idempotencyKey: correlationId } };
  let outcome: Outcome | null = null;
  let isDoubtful = doubtful;
  for (let number = 1; number <= tries && (outcome === null || outcome.kind === 'unknown'); number++) {
    if (number > 1) await delay(dice.between(...pause));
    const began = performance.now();
    const origin = dice.pick(origins) ?? '';
    outcome = outcomeOf(
      mutation,
      await callGraphql({ origin, token, query: mutationText(mutation), variables, correlationId }),
    );
    log.answered({
      at: new Date().toISOString(),
      correlationId,
      mutation: command.mutation,
      outcome: outcome.kind,
      code: outcome.code,
      milliseconds: Math.round(performance.now() - began),
    });
    if (outcome.kind === 'unknown' && !outcome.undelivered) isDoubtful = true;
  }
  const last = outcome ?? outcomeOf(mutation, { kind: 'undelivered' });
  const kind = last.kind === 'acknowledged' ? 'acknowledged' : isDoubtful ? 'unknown' : 'refused';
  log.settled({
    correlationId,
    makes: mutation.makes,
    subject: command.subject,
    mayFollow: mutation.mayFollow,
    mustFollow: last.mustFollow,
    says: command.says ?? {},
    ...(mutation.undoneBy === undefined
      ? {}
      : { mayFind: { undoneBy: mutation.undoneBy, asked, answered: toInstant(systemClock.now()) } }),
    outcome: kind,
  });
  return { ...last, kind };
}
