import { type EngineCollection, ID_INDEX } from './engine/engine.ts';
import { DuplicateKeyError } from './engine/engine-errors.ts';

export const SYSTEM_COLLECTION = 'hiregraph_system';

const EPOCH_ID = 'storeEpoch';
const FIRST_EPOCH = 1;

/**
 * The store's epoch: part of every event's source, so that consumers notice when an older store was restored. Kept in a
 * system document; never goes down.
 * @param atLeast raises it to that, where it is lower
 */
export async function readEpoch(system: EngineCollection, atLeast: number = FIRST_EPOCH): Promise<number> {
  for (;;) {
    const found = await system.findOne({ _id: EPOCH_ID }, { hint: ID_INDEX, majority: true });
    if (found !== null && (found.epoch as number) >= atLeast) return found.epoch as number;
    try {
      const after = await system.findOneAndUpdate({ _id: EPOCH_ID }, { $max: { epoch: atLeast } }, { upsert: true });
      if (after !== null) return after.epoch as number;
    } catch (error) {
      // Another process wrote the first one in between: read that.
      if (!(error instanceof DuplicateKeyError)) throw error;
    }
  }
}
