/** What every process of a bench does: read what it is to do, say that it is ready, end with its parent. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { dirname } from 'node:path';

/** What the parent wants of this process. */
export const task = await new Promise((resolve) => {
  process.once('message', resolve);
});

/** @param {object} facts what the parent is to know, such as an address */
export function ready(facts) {
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: facts });
}

const session = new Session();
/** What every process can be asked: a CPU profile of what it does in between. */
const profiling = {
  startProfile: async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 500 });
    await session.post('Profiler.start');
  },
  stopProfile: async (file) => {
    const { profile } = await session.post('Profiler.stop');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(profile));
    session.disconnect();
  },
};

/**
 * Answers the parent's questions.
 * @param {Record<string, (argument: unknown) => unknown>} answers by the question's name
 */
export function answer(answers = {}) {
  process.on('message', async ({ id, question, argument }) => {
    try {
      const work = answers[question] ?? profiling[question];
      process.send?.({ id, result: (await work(argument)) ?? null });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
