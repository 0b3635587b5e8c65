/**
 * Run by kill.int.test.ts: appends numbered records from many callers, says on standard output which ones are
 * acknowledged, takes snapshots in between, and is killed at some point.
 */
import { openJournal } from '../../src/journal/index.ts';

const CALLERS = 20;
const SNAPSHOT_EVERY = 300;

const state: string[] = [];
const take = (record: Buffer): void => {
  state.push(record.toString());
};
const journal = await openJournal({
  directory: process.argv[2] ?? '',
  limits: { segmentBytes: 16 * 1024 },
  recovery: { snapshotRecord: take, record: take },
});

async function appendForever(): Promise<void> {
  for (;;) {
    const number = state.length + 1;
    const batch = journal.enqueue(Buffer.from(String(number)));
    state.push(String(number));
    if (number % SNAPSHOT_EVERY === 0) takeSnapshot();
    await journal.whenDurable(batch);
    process.stdout.write(`${number}\n`);
  }
}

let snapshotting = false;
function takeSnapshot(): void {
  if (snapshotting) return;
  snapshotting = true;
  const copy = [...state];
  void journal
    .snapshot(() => copy.map((text) => Buffer.from(text)))
    .finally(() => {
      snapshotting = false;
    });
}

await Promise.all(Array.from({ length: CALLERS }, appendForever));
