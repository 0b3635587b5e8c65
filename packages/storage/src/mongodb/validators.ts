import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from '@hiregraph/kernel';
import { StoreUnavailableError } from '@hiregraph/kernel';
import type { Db, Document } from 'mongodb';
import type { DocumentShape } from '../engine/document-shape.ts';
import { toStorageError } from './mongo-failures.ts';

const VALIDATION_FAILED = 121;
const NAMESPACE_EXISTS = 48;
/** `moderate`: a document from before the validator, if it does not fit, can still be changed. */
const RULES = { validationLevel: 'moderate', validationAction: 'error' } as const;

/**
 * Gives collections their validators, and makes sure that the server really refuses what does not fit. A server or a user
 * that cannot do so is told about in a warning: validators are a second line of defence, so the store serves all the same.
 * @throws StoreUnavailableError
 */
export async function applyValidators(
  db: Db,
  shapes: ReadonlyMap<string, DocumentShape>,
  logger: Logger,
): Promise<void> {
  if (shapes.size === 0) return;
  const database = db.databaseName;
  try {
    for (const [name, shape] of shapes) await applyValidator(db, name, toValidator(shape));
    if (await refusesWhatDoesNotFit(db)) {
      logger.info({ database, collections: shapes.size }, 'The validators of the store are in place.');
      return;
    }
    logger.warn(
      { database },
      'This server takes $jsonSchema validators and does not enforce them: documents are checked by the code alone.',
    );
  } catch (error) {
    const meaning = toStorageError(error, database, 'read');
    if (meaning instanceof StoreUnavailableError) throw meaning;
    logger.warn(
      { error, database },
      'This server refuses $jsonSchema validators (collMod needs the role dbAdmin): where they are missing, documents are checked by the code alone.',
    );
  }
}

function toValidator({ required, properties }: DocumentShape): Document {
  return { $jsonSchema: { bsonType: 'object', required: [...required], properties: { ...properties } } };
}

async function applyValidator(db: Db, name: string, validator: Document): Promise<void> {
  const [found] = await db.listCollections({ name }).toArray();
  if (found === undefined) {
    try {
      await db.createCollection(name, { validator, ...RULES });
      return;
    } catch (error) {
      // Another replica made it in between.
      if ((error as { code?: unknown }).code !== NAMESPACE_EXISTS) throw error;
    }
  }
  const { options } = (found ?? {}) as { options?: Document };
  if (isDeepStrictEqual(options?.validator, validator)) return;
  await db.command({ collMod: name, validator, ...RULES });
}

/** Tried on a collection that nobody else has, since servers differ in what they enforce. */
async function refusesWhatDoesNotFit(db: Db): Promise<boolean> {
  const name = `validator_probe_${randomUUID()}`;
  const requires = (field: string): Document => toValidator({ required: [field], properties: {} });
  try {
    await applyValidator(db, name, requires('before'));
    await db.command({ collMod: name, validator: requires('after'), ...RULES });
    await db.collection(name).insertOne({ before: true });
    return false;
  } catch (error) {
    if ((error as { code?: unknown }).code === VALIDATION_FAILED) return true;
    throw error;
  } finally {
    await db.collection(name).drop();
  }
}
