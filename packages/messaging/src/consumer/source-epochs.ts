import { type Clock, createIdGenerator, HiregraphError, type ServiceName } from '@hiregraph/kernel';
import { type AggregateDefinition, type CommandContext, DuplicateKeyError, type Storage } from '@hiregraph/storage';

/** The owner's store was put back to an earlier state: its events go on from there, under a new epoch. */
export class SourceRestoredError extends HiregraphError {
  constructor(source: string, known: number) {
    super(
      'UPSTREAM_UNAVAILABLE',
      `Events of ${source} come from a store that was restored (the epoch taken in so far is ${known}). What this service knows may tell of what is lost: run \`npm run rebuild -- --service SERVICE --write\` for it, and it goes on.`,
    );
  }
}

/** Which life of each source's store a consuming service goes by (protocols.md: consumers compare store epochs). */
export interface SourceEpochs {
  /**
   * Notes the epoch of a source that was never heard of.
   * @param source an event's, `/hiregraph/<service>/<epoch>`; of others no epoch is known, and nothing is compared
   * @throws SourceRestoredError, retryable, where it is above the one that was accepted
   */
  admit(tenantId: string, source: string): Promise<void>;
  /** From now on events of this epoch are taken in: the projections were rebuilt, or restored together with the source. */
  accept(tenantId: string, service: ServiceName, epoch: number): Promise<void>;
}

interface EpochState {
  readonly epoch: number;
}

const SOURCE = /^(\/hiregraph\/[a-z]+)\/(\d+)$/u;

/** Source epochs in the consuming service's own store. */
export function createStoredSourceEpochs(options: {
  /** Not started yet. */
  readonly storage: Pick<Storage, 'aggregates'>;
  readonly service: ServiceName;
  readonly clock: Clock;
}): SourceEpochs {
  const definition: AggregateDefinition = {
    name: 'source epoch',
    collection: 'source_epochs',
    topic: null,
    service: options.service,
    indexes: [],
  };
  const store = options.storage.aggregates<EpochState>(definition);
  const ids = createIdGenerator(options.clock);
  /** Epochs that were accepted once; they never go down. */
  const accepted = new Map<string, number>();

  function command(): CommandContext {
    const commandId = ids('command');
    return { commandId, trace: { correlationId: commandId, causationId: commandId } };
  }

  /** @returns the accepted epoch; the given one where there was none */
  async function known(tenantId: string, name: string, first: number): Promise<number> {
    const id = `${tenantId}${name}`;
    const found = await store.load(tenantId, id);
    if (found !== null) return found.state.epoch;
    try {
      await store.create(tenantId, id, command(), () => ({ state: { epoch: first }, events: [], visible: true }));
      return first;
    } catch (error) {
      // Another replica noted one first.
      if (!(error instanceof DuplicateKeyError)) throw error;
      return (await store.load(tenantId, id))?.state.epoch ?? first;
    }
  }

  return {
    async admit(tenantId, source) {
      const [, name, digits] = SOURCE.exec(source) ?? [];
      if (name === undefined) return;
      const epoch = Number(digits);
      const key = `${tenantId}${name}`;
      if (epoch <= (accepted.get(key) ?? 0)) return;
      const limit = await known(tenantId, name, epoch);
      accepted.set(key, limit);
      if (epoch > limit) throw new SourceRestoredError(source, limit);
    },
    async accept(tenantId, service, epoch) {
      const name = `/hiregraph/${service}`;
      if ((await known(tenantId, name, epoch)) >= epoch) return;
      await store.change(tenantId, `${tenantId}${name}`, command(), ({ state }) =>
        state.epoch >= epoch ? null : { state: { epoch }, events: [], visible: true },
      );
    },
  };
}
