import type { GraphQLFormattedError } from 'graphql';

/** Extensions that stay inside: they name our parts, or hold what only a log should. */
const INTERNAL_EXTENSIONS = new Set([
  'serviceName',
  'stacktrace',
  'exception',
  'variables',
  'query',
  'response',
  'service',
]);
const URL_PATTERN = /https?:\/\/[^\s"']+/gu;

/** The last look at an error before it leaves: nothing of it may name a subgraph's address or our insides. */
export function maskError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const extensions: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(formatted.extensions ?? {})) {
    if (!INTERNAL_EXTENSIONS.has(name)) extensions[name] = value;
  }
  extensions.code ??= 'INTERNAL_ERROR';
  if (extensions.code === 'INTERNAL_SERVER_ERROR' || extensions.code === 'DOWNSTREAM_SERVICE_ERROR') {
    extensions.code = 'INTERNAL_ERROR';
  }
  const { locations: _inner, ...rest } = formatted;
  const message = formatted.message.replace(URL_PATTERN, '<address>');
  // Locations of a subgraph's error point into a document that the caller never saw; those of the caller's own are kept.
  const ours = formatted.path === undefined && formatted.locations !== undefined;
  return { ...rest, ...(ours ? { locations: formatted.locations } : {}), message, extensions };
}
