import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const ISO_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/u;

function parseDateTime(value: unknown): string {
  const time = typeof value === 'string' && ISO_UTC.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new GraphQLError(
      `${JSON.stringify(value)} is not a DateTime. Write ISO-8601 with a time zone, e.g. 2026-01-31T09:30:00.000Z.`,
      { extensions: { code: 'BAD_USER_INPUT' } },
    );
  }
  return new Date(time).toISOString();
}

/** Instants travel as they are kept: ISO-8601 UTC text. What comes in is brought to that form. */
export const dateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value.toISOString() : (value as string)),
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});
