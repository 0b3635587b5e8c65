const LONGEST_STOP_MS = 10_000;

/**
 * Stops once at SIGINT or SIGTERM; a second signal, ten seconds or a failed stop end the process without waiting.
 * @param exit ends the process with a code
 */
export function stopOnSignals(stop: () => Promise<void>, exit: (code: number, error?: unknown) => void): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) exit(130);
    stopping = true;
    setTimeout(() => exit(1), LONGEST_STOP_MS).unref();
    stop().catch((error: unknown) => exit(1, error));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
