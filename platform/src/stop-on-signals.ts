const LONGEST_STOP_MS = 10_000;

/** Stops once at SIGINT or SIGTERM; a second signal, or ten seconds, end the process without waiting. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    stop().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    });
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
