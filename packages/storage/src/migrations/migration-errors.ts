import { HiregraphError } from '@hiregraph/kernel';

/** Newer code has changed the store in a way that this code cannot work with. */
export class StoreTooNewError extends HiregraphError {
  constructor(database: string, found: { readonly version: number; readonly name: string }, known: number) {
    super(
      'INTERNAL_ERROR',
      `The store ${database} has the layout ${found.version} ("${found.name}"), and this version of Hiregraph knows layouts up ` +
        `to ${known} only: a newer version changed it. Start that version again, or restore a backup from before it.`,
      { details: { database, found: found.version, known } },
    );
  }
}

/** A migration threw. What it did until its last checkpoint is kept; the next start goes on from there. */
export class MigrationFailedError extends HiregraphError {
  constructor(database: string, migration: { readonly version: number; readonly name: string }, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      'INTERNAL_ERROR',
      `The migration ${migration.version} ("${migration.name}") of the store ${database} failed: ${why} Mend the cause and start ` +
        'again; it goes on where it stopped.',
      { details: { database, version: migration.version }, cause },
    );
  }
}
