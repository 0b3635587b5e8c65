const NAME = 'TimeoutNegativeWarning';
let ignored = false;

/** kafkajs asks for timeouts in the past, which Node 24 warns about. That one warning is dropped; all others pass. */
export function ignoreNegativeTimeouts(): void {
  if (ignored) return;
  ignored = true;
  const emitWarning = process.emitWarning.bind(process) as (...args: unknown[]) => void;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    const [type] = rest;
    const name = warning instanceof Error ? warning.name : typeof type === 'object' ? nameIn(type) : type;
    if (name !== NAME) emitWarning(warning, ...rest);
  };
}

function nameIn(options: object | null): unknown {
  return options !== null && 'type' in options ? options.type : undefined;
}
