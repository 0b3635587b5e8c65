import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { apiSchemaOf } from '../compose/api-schema.ts';
import type { AcceptedChange } from './accepted-changes.ts';

/** What changed between two supergraphs, as clients see it. */
export interface SchemaComparison {
  /** Would break a client and was not accepted; one text each, with what to write down to accept it. */
  readonly breaking: readonly string[];
  readonly accepted: number;
}

/**
 * Compares the APIs of two supergraphs.
 *
 * @param before the supergraph that clients rely on
 */
export async function compareSupergraphs(
  before: string,
  after: string,
  accepted: readonly AcceptedChange[],
): Promise<SchemaComparison> {
  const changes = await diff(apiSchemaOf(before), apiSchemaOf(after));
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  const open = breaking.filter((change) => !accepted.some((entry) => isSame(entry, change)));
  return { breaking: open.map(describe), accepted: breaking.length - open.length };
}

function isSame(entry: AcceptedChange, change: Change): boolean {
  return entry.type === change.type && entry.path === change.path;
}

function describe({ message, type, path }: Change): string {
  return `${message}\n    ${JSON.stringify({ type: String(type), path, reason: '' })}`;
}
