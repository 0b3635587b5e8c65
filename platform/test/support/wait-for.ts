const POLL_MS = 5;
const LONGEST_MS = 15_000;

/**
 * Waits until something holds, and gives what it found.
 * @param what for the message when it never does
 */
export async function waitFor<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  const limit = Date.now() + LONGEST_MS;
  for (;;) {
    const found = await probe();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > limit) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
