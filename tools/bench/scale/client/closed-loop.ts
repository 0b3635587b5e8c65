import { type Latencies, latenciesOf, timed } from './latencies.ts';

export interface Throughput {
  /** Acknowledged operations. */
  readonly count: number;
  readonly perSecond: number;
  readonly latencies: Latencies;
}

/**
 * So many workers, each with one operation on its way at a time.
 * @param work the next operation of a worker; resolves when it was acknowledged
 * @param seconds how long it goes on
 */
export async function closedLoop(
  workers: number,
  seconds: number,
  work: (worker: number) => Promise<unknown>,
): Promise<Throughput> {
  const durations: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < end) durations.push(await timed(() => work(worker)));
    }),
  );
  const passed = (performance.now() - began) / 1000;
  return { count: durations.length, perSecond: durations.length / passed, latencies: latenciesOf(durations) };
}
