/**
 * `npm run outage -- [--seconds 60] [--rate 6]`: kills the broker under load and reports what became of the mutations and
 * how long the events took to go out afterwards. Ends with 1 where something did not hold (docs/availability.md).
 */
import { parseArgs } from 'node:util';
import { outageFaults, outageText } from './outage-report.ts';
import { runOutage } from './run-outage.ts';

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} ${text}: give a number above 0.`);
  return value;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '6' } },
  });
  const report = await runOutage({
    seconds: positive('seconds', values.seconds),
    rate: positive('rate', values.rate),
    progress: (line) => console.error(line),
  });
  console.log(outageText(report));
  const faults = outageFaults(report);
  for (const fault of faults) console.log(`\nNOT HELD: ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
