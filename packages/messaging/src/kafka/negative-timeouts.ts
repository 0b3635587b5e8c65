const NAME = 'TimeoutNegativeWarning';
let ignored = false;

type EmitWarning = (...args: unknown[]) => void;

/** kafkajs asks for timeouts in the past, which Node 24 warns about. That one warning is dropped; all others pass. */
export function ignoreNegativeTimeouts(): void {
  if (ignored) return;
  ignored = true;
  // The many ways to call it are passed on as they are.
  process.emitWarning = ignoringNegativeTimeouts(process.emitWarning.bind(process) as EmitWarning);
}

export function ignoringNegativeTimeouts(emitWarning: EmitWarning): EmitWarning {
  return (...args) => {
    if (nameOf(args) !== NAME) emitWarning(...args);
  };
}

/** By the signatures of process.emitWarning: an error, or a text with a name or with options. */
function nameOf([warning, type]: unknown[]): unknown {
  if (warning instanceof Error) return warning.name;
  return typeof type === 'object' && type !== null && 'type' in type ? type.type : type;
}
