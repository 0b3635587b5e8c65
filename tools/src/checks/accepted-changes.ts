import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const acceptedChangesPath = 'schema-changes.json';

/** A breaking change of the API that was decided on: what graphql-inspector calls it, where, and why it is right. */
export interface AcceptedChange {
  readonly type: string;
  readonly path: string;
  readonly reason: string;
}

/**
 * Reads schema-changes.json: `{"accepted": [{"type", "path", "reason"}]}`. Without the file nothing is accepted.
 *
 * @throws Error where it does not have that form, or a reason is left out
 */
export function readAcceptedChanges(root: string): AcceptedChange[] {
  const path = join(root, acceptedChangesPath);
  if (!existsSync(path)) return [];
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const accepted = isRecord(content) ? content['accepted'] : undefined;
  if (!Array.isArray(accepted)) throw new Error(`${acceptedChangesPath} must hold {"accepted": [...]}.`);
  return accepted.map((entry: unknown, index) => {
    if (isAcceptedChange(entry)) return entry;
    throw new Error(`${acceptedChangesPath}, entry ${index + 1}: "type", "path" and "reason" must be given as text.`);
  });
}

function isAcceptedChange(entry: unknown): entry is AcceptedChange {
  return (
    isRecord(entry) && ['type', 'path', 'reason'].every((key) => typeof entry[key] === 'string' && entry[key] !== '')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
