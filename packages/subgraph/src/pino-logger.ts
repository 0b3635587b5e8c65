import { DomainError, HiregraphError, type Logger } from '@hiregraph/kernel';
import { type DestinationStream, pino, type Logger as PinoLogger } from 'pino';

export interface LoggerOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly name: string;
  readonly destination?: DestinationStream;
}

function wrap(inner: PinoLogger): Logger {
  return {
    debug: (fields, message) => inner.debug(fields, message),
    info: (fields, message) => inner.info(fields, message),
    warn: (fields, message) => inner.warn(fields, message),
    error: (fields, message) => inner.error(fields, message),
    child: (fields) => wrap(inner.child(fields)),
  };
}

/**
 * What went wrong, for whoever operates it, down to its cause. A message is told where we wrote it, or Kafka's client did;
 * others quote data of people (the value of a duplicate key, say), and of those there is the name and the code alone.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, cause, code } = error as Error & { readonly code?: unknown };
  const isOurs = error instanceof HiregraphError && !(error instanceof DomainError);
  return {
    name,
    ...(code === undefined ? {} : { code }),
    ...(isOurs || name.startsWith('KafkaJS') ? { message } : {}),
    ...(cause instanceof Error ? { cause: describeError(cause) } : {}),
  };
}

/** Structured logs, one JSON object a line, on standard error unless told otherwise: standard output belongs to people. */
export function createLogger(options: LoggerOptions): Logger {
  const settings = {
    name: options.name,
    level: options.level,
    base: { service: options.name },
    serializers: { error: describeError },
  };
  return wrap(pino(settings, options.destination ?? pino.destination({ dest: 2, sync: false })));
}
