import { describe, expect, it } from '@jest/globals';
import { asyncApiDocument, dataSchemaOf, EVENT_TYPES, jobEvents, newEvent, TOPICS } from '../src/index.ts';

/** Every property name in a JSON Schema, at any depth. */
function propertyNames(schema: unknown): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(propertyNames)];
}

/** Every string in a JSON Schema that may be of any length. */
function unboundedStrings(schema: unknown, path = ''): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const node = schema as Record<string, unknown>;
  const open =
    node.type === 'string' && !('maxLength' in node || 'enum' in node || 'format' in node || 'const' in node);
  return [
    ...(open ? [path] : []),
    ...Object.entries(node).flatMap(([key, value]) => unboundedStrings(value, `${path}/${key}`)),
  ];
}

describe('the event types', () => {
  it.each([...EVENT_TYPES.values()].map((eventType) => [eventType.type, eventType] as const))(
    '%s carries no personal data and no unbounded text',
    (_type, eventType) => {
      const schema = dataSchemaOf(eventType);
      const personal = /email|phone|resume|note|text|comment|firstName|lastName|address|answers/iu;
      expect(propertyNames(schema).filter((name) => personal.test(name))).toEqual([]);
      expect(unboundedStrings(schema)).toEqual([]);
    },
  );

  it('go to a topic of the platform each, under a versioned name of our own', () => {
    for (const { type, topic } of EVENT_TYPES.values()) {
      expect(TOPICS).toContain(topic);
      expect(type).toMatch(/^com\.hiregraph\.[a-z-]+\.[a-z-]+\.v1$/u);
    }
  });

  it('are all described in the AsyncAPI document', () => {
    const document = asyncApiDocument() as { components: { messages: Record<string, { name: string }> } };
    const described = Object.values(document.components.messages).map(({ name }) => name);
    expect(described.sort()).toEqual([...EVENT_TYPES.keys()].sort());
  });

  it('refuse data that does not fit, before it can be frozen', () => {
    const time = '2026-01-31T09:30:00.000Z';
    expect(() => newEvent(jobEvents['post-published'], { postId: '' }, time)).toThrow(/does not fit/u);
    expect(newEvent(jobEvents['post-published'], { postId: 'pst_1' }, time)).toEqual({
      type: 'com.hiregraph.job.post-published.v1',
      data: { postId: 'pst_1' },
      time,
    });
  });
});
