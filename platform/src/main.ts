import { readEnvironment } from './env.ts';
import { failureMessage } from './failure-message.ts';
import { runPlatform } from './run-platform.ts';
import { stopOnSignals } from './stop-on-signals.ts';

try {
  const running = await runPlatform({
    environment: readEnvironment(),
    flags: process.argv.slice(2),
    print: (line) => console.log(line),
    isTerminal: process.stdout.isTTY,
    progress: (line) => console.error(line),
    onFailure: (error) => {
      console.error(failureMessage(error));
      process.exit(1);
    },
  });
  stopOnSignals(
    () => running.stop(),
    (code, error) => {
      if (error !== undefined) console.error(failureMessage(error));
      process.exit(code);
    },
  );
} catch (error) {
  console.error(failureMessage(error));
  process.exitCode = 1;
}
