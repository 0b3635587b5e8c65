import type { FilePort } from './file-port.ts';
import type { ProcessIdentity } from './process-identity.ts';

const MAXIMUM_BYTES = 4096;

/**
 * Writes an identity to a new file, durably, so that a lock is never found empty after a power cut. Fails with EEXIST
 * when the name is taken.
 */
export async function writeLock(files: FilePort, path: string, identity: ProcessIdentity): Promise<void> {
  const file = await files.open(path, 'create');
  try {
    await file.write(Buffer.from(`${JSON.stringify(identity)}\n`), 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @returns the identity in a lock; null when it makes no sense, 'gone' when the file is no more */
export async function readLock(files: FilePort, path: string): Promise<ProcessIdentity | null | 'gone'> {
  let text: string;
  try {
    const file = await files.open(path, 'read');
    try {
      const bytes = Buffer.alloc(MAXIMUM_BYTES);
      text = bytes.toString('utf8', 0, await file.read(bytes, 0));
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw error;
  }
  return parseIdentity(text);
}

function parseIdentity(text: string): ProcessIdentity | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  const { pid, host } = fields;
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0 || typeof host !== 'string') return null;
  return {
    pid,
    host,
    startedAt: textOrNull(fields['startedAt']),
    bootId: textOrNull(fields['bootId']),
    namespace: textOrNull(fields['namespace']),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
