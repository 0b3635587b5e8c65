import { HiregraphError } from '@hiregraph/kernel';
import type { Db } from 'mongodb';

/** A collection of this name says that the database holds a part of a backup. */
export const HALF_RESTORED = 'half_restored';

/** @throws HiregraphError when a restore is under way or was cut short: the store would serve a part of its data */
export async function refuseHalfRestored(db: Db): Promise<void> {
  const marks = await db.listCollections({ name: HALF_RESTORED }, { nameOnly: true }).toArray();
  if (marks.length === 0) return;
  throw new HiregraphError(
    'INTERNAL_ERROR',
    `The database ${db.databaseName} is being restored, or a restore of it was cut short. Let \`npm run restore\` end, or run it again.`,
  );
}
