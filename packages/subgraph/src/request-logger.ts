import type { LogFields, Logger, Trace } from '@hiregraph/kernel';

/** The logger of one request, whose lines carry its correlation id. Most requests log nothing, so it is made at the first line. */
export function createRequestLogger(logger: Logger, { correlationId }: Trace): Logger {
  let own: Logger | undefined;
  const open = (): Logger => (own ??= logger.child({ correlationId }));
  return {
    debug: (fields, message) => open().debug(fields, message),
    info: (fields, message) => open().info(fields, message),
    warn: (fields, message) => open().warn(fields, message),
    error: (fields, message) => open().error(fields, message),
    child: (fields: LogFields) => open().child(fields),
  };
}
