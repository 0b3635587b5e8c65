import { assertAtMost, boundedTexts } from './bounded-text.ts';
import { LIMITS } from './limits.ts';

/** What makes two tags the same: letter case and runs of spaces do not matter. */
export function tagKeyOf(tag: string): string {
  return tag.trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function checkedTags(tags: readonly string[] | null | undefined, path: readonly string[]): readonly string[] {
  const limits = { each: LIMITS.tag, count: LIMITS.tags * 2, what: 'tags at once' };
  const byKey = new Map(boundedTexts(tags, limits, path).map((tag) => [tagKeyOf(tag), tag.replace(/\s+/gu, ' ')]));
  return [...byKey.values()];
}

/**
 * Tags after some were added and others taken off; those kept stay in their order and spelling.
 * @throws DomainError LIMIT_REACHED
 */
export function retagged(
  tags: readonly string[],
  add: readonly string[],
  remove: readonly string[],
  path: readonly string[],
): readonly string[] {
  const removed = new Set(remove.map(tagKeyOf));
  const present = new Set(tags.map(tagKeyOf));
  const kept = tags.filter((tag) => !removed.has(tagKeyOf(tag)));
  const added = add.filter((tag) => !present.has(tagKeyOf(tag)) && !removed.has(tagKeyOf(tag)));
  const next = [...kept, ...added];
  assertAtMost(next.length, LIMITS.tags, 'tags of one candidate', path);
  return next;
}
