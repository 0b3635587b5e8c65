import type { Logger } from '@hiregraph/kernel';
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

/** Structured logs, one JSON object a line, on standard error unless told otherwise: standard output belongs to people. */
export function createLogger(options: LoggerOptions): Logger {
  const settings = { name: options.name, level: options.level, base: { service: options.name } };
  return wrap(pino(settings, options.destination ?? pino.destination({ dest: 2, sync: false })));
}
