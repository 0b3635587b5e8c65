import { createManualClock, silentLogger } from '@hiregraph/kernel';
import { createEmbeddedEngine, openStorage } from '@hiregraph/storage';
import { describe, expect, it } from '@jest/globals';
import { SimulatedDisk } from '@hiregraph/testkit/disk';
import type { FilePort } from '../../src/journal/index.ts';

interface State {
  readonly stage: number;
}

const trace = { correlationId: 'c', causationId: 'c' };

/** Counts the bytes that are written to files. */
function countingPort(files: FilePort): { readonly files: FilePort; bytes(): number } {
  let bytes = 0;
  return {
    bytes: () => bytes,
    files: {
      ...files,
      open: async (path, mode) => {
        const file = await files.open(path, mode);
        return {
          ...file,
          write: (data, position) => {
            bytes += data.byteLength;
            return file.write(data, position);
          },
        };
      },
    },
  };
}

describe('A long history', () => {
  it('makes the next change no dearer than the first ones were, on disk and in memory', async () => {
    const clock = createManualClock('2026-03-01T08:00:00.000Z');
    const port = countingPort(new SimulatedDisk(1).port());
    const engine = createEmbeddedEngine({ directory: '/data', clock, files: port.files, snapshotBytes: 1e9 });
    const storage = openStorage({ engine, service: 'job', clock, logger: silentLogger });
    const store = storage.aggregates<State>({ name: 'a', collection: 'as', topic: 't', service: 'job', indexes: [] });
    await storage.start();
    await store.create('t', 'a_1', { commandId: 'new', trace }, () => ({
      state: { stage: 0 },
      events: [],
      visible: true,
    }));

    /** One move and its pull. @returns the bytes that it wrote */
    const move = async (step: number): Promise<number> => {
      const before = port.bytes();
      clock.advance(1_000);
      const { events } = await store.change('t', 'a_1', { commandId: `c${step}`, trace }, ({ state }, now) => ({
        state: { stage: state.stage + 1 },
        events: [{ type: 'moved', data: { to: state.stage + 1 }, time: now }],
        visible: true,
      }));
      const sequences = events.map(({ sequence }) => sequence);
      await storage.outbox.pull({ collection: 'as', tenantId: 't', id: 'a_1' }, sequences);
      return port.bytes() - before;
    };

    const early = await move(10);
    for (let step = 11; step < 1_010; step++) await move(step);
    await storage.idle();
    const late = await move(1_010);
    // A few digits more, and nothing else.
    expect(late - early).toBeLessThan(0.05 * early);
    const document = await storage.systemScope('export').collection('as').findOne({ _id: 'a_1' }, { hint: '_id_' });
    expect((document?.history as readonly unknown[]).length).toBeLessThan(129);
    expect(await store.history('t', 'a_1')).toHaveLength(1_001);
    await storage.stop();
  });
});
