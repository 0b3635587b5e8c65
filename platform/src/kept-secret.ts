import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SECRET_BYTES = 32;

/** Cursors stay good over a restart: their secret is made once and kept beside the data. */
export function keptSecret(dataDirectory: string): string {
  const file = join(dataDirectory, 'cursors.key');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    makeSecret(file, dataDirectory);
    return readFileSync(file, 'utf8');
  }
}

/** Of two processes that start at once, one makes the secret; the link shows it whole or not at all. */
function makeSecret(file: string, dataDirectory: string): void {
  mkdirSync(dataDirectory, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(SECRET_BYTES).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
