/** Runs work, at most so many at a time; the rest waits in order. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

export function createLimiter(concurrency: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= concurrency) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes over the place of the one that ends.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
