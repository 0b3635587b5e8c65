import { type Clock, HiregraphError, type Lifecycle, type Logger, toInstant, type Trace } from '@hiregraph/kernel';
import type { TenantDirectory } from '@hiregraph/subgraph';
import { passEnd } from '../domain/interview-decisions.ts';
import { interviewDecision } from './decisions.ts';
import type { StoredInterview, Stores } from './stores.ts';

export interface EndInterviewsOptions {
  readonly stores: Pick<Stores, 'interviews'>;
  readonly tenants: TenantDirectory;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How often to look, in milliseconds. */
  readonly everyMilliseconds: number;
}

/** The timer that moves scheduled interviews whose end has passed to AWAITING_FEEDBACK. */
export interface EndInterviews extends Lifecycle {
  /** Looks once. @returns how many interviews it moved */
  run(): Promise<number>;
}

/**
 * Any number of replicas may run it: the decision is guarded by status and end, and the command's id names the revision,
 * so each interview ends once.
 */
export function createEndInterviews(options: EndInterviewsOptions): EndInterviews {
  const { stores, tenants, clock, logger, everyMilliseconds } = options;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<number> = Promise.resolve(0);

  async function end(tenantId: string, { id, state }: StoredInterview): Promise<boolean> {
    const commandId = `end:${id}:${state.revisions.length}`;
    const trace: Trace = { correlationId: commandId, causationId: commandId };
    const { changed } = await stores.interviews.change(tenantId, id, { commandId, trace }, (aggregate, now) =>
      interviewDecision(aggregate.state, passEnd(aggregate.state, now)),
    );
    return changed;
  }

  async function runFor(tenantId: string): Promise<number> {
    let moved = 0;
    for (;;) {
      const ended = await stores.interviews.ended(tenantId, toInstant(clock.now()));
      const results = await Promise.all(ended.map((interview) => end(tenantId, interview)));
      const now = results.filter(Boolean).length;
      moved += now;
      if (now === 0) return moved;
    }
  }

  async function run(): Promise<number> {
    let moved = 0;
    for (const { id } of tenants.all()) moved += await runFor(id);
    return moved;
  }

  async function runQuietly(): Promise<number> {
    try {
      return await run();
    } catch (error) {
      const retryable = error instanceof HiregraphError && error.retryable;
      const fields = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      if (retryable)
        logger.warn(fields, 'Interviews whose end has passed could not be moved; the next look will try again');
      else logger.error(fields, 'Interviews whose end has passed cannot be moved');
      return 0;
    }
  }

  function lookAgain(): void {
    timer = setTimeout(() => {
      running = runQuietly();
      void running.then(() => {
        if (timer !== null) lookAgain();
      });
    }, everyMilliseconds);
    timer.unref();
  }

  return {
    run,
    async start() {
      if (timer === null) lookAgain();
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await running;
    },
  };
}
