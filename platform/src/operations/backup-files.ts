import { cp, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '@hiregraph/subgraph';
import { z } from 'zod';

/** The folders of a data directory that make up a backup: they are only right together. */
const BACKUP_PARTS = ['store', 'bus'] as const;
const FORMAT = 1;
const manifestSchema = z.object({
  format: z.literal(FORMAT),
  takenAt: z.iso.datetime(),
  /** Of a backup of MongoDB; one of the embedded stores has none. */
  collections: z
    .array(z.object({ database: z.string(), collection: z.string(), documents: z.int(), sha256: z.string() }))
    .readonly()
    .optional(),
});

/** What a backup says of itself. It is written last: a folder without it is no backup. */
export type BackupManifest = z.output<typeof manifestSchema>;

const MANIFEST = 'backup.json';

/** A backup that is to be put in the place of an installation's data. */
export interface RestoreOrder {
  readonly from: string;
  readonly manifest: BackupManifest;
  /** Data that is there may be put aside. */
  readonly replaces: boolean;
  readonly print: (line: string) => void;
}

/** Locks belong to a process, and temporary files to nobody. */
const isKept = (path: string): boolean => !/\.(?:lock|tmp)$/u.test(path);

/** Copies the parts that are there from one folder to another, durably. */
export async function copyParts(from: string, to: string): Promise<void> {
  for (const part of BACKUP_PARTS) {
    if (!(await namesIn(from)).includes(part)) continue;
    await cp(join(from, part), join(to, part), { recursive: true, errorOnExist: true, force: false, filter: isKept });
    for (const name of await readdir(join(to, part))) await sync(join(to, part, name));
    await sync(join(to, part));
  }
  await sync(to);
}

/** Moves the parts that are there. */
export async function moveParts(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const part of BACKUP_PARTS) {
    if ((await namesIn(from)).includes(part)) await rename(join(from, part), join(to, part));
  }
  await sync(from);
  await sync(to);
}

/** @returns the names in a folder; none when it is not there */
export async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Makes a folder that is empty, for a backup. @throws ConfigurationError when there is something in it */
export async function makeBackupDirectory(directory: string): Promise<void> {
  if ((await namesIn(directory)).length > 0) {
    throw new ConfigurationError([
      `--to ${directory}: is not empty, and a backup is not mixed with other files. Name a new folder.`,
    ]);
  }
  await mkdir(directory, { recursive: true });
}

/** Empties a folder that only restores use. */
export async function removeLeftover(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

export async function writeManifest(directory: string, facts: Omit<BackupManifest, 'format'>): Promise<void> {
  const manifest: BackupManifest = { format: FORMAT, ...facts };
  await writeFile(join(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await sync(join(directory, MANIFEST));
  await sync(directory);
}

/** @throws ConfigurationError when the folder holds no whole backup */
export async function readManifest(directory: string): Promise<BackupManifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(directory, MANIFEST), 'utf8')));
  } catch {
    throw new ConfigurationError([
      `--from ${directory}: holds no whole backup of this version (its ${MANIFEST} is missing or another one). Name the folder that \`npm run backup\` wrote.`,
    ]);
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
