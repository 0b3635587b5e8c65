import { setImmediate } from 'node:timers';
import { setImmediate as turn } from 'node:timers/promises';

/**
 * Node's own process object: the one that jest hands to tests is a copy, whose listeners nobody calls. Functions of
 * Node's modules belong to Node's own realm, and so does what their constructor makes.
 */
const node = (Reflect.construct(setImmediate.constructor, ['return process']) as () => NodeJS.Process)();

/** Runs something during which rejections that nobody handles are counted, and end neither the process nor the test. */
export async function countUnhandledRejections(work: () => Promise<void>): Promise<number> {
  const others = node.listeners('unhandledRejection');
  let count = 0;
  node.removeAllListeners('unhandledRejection');
  node.on('unhandledRejection', () => {
    count += 1;
  });
  try {
    await work();
    // They are told of at the end of a turn.
    await turn();
    await turn();
  } finally {
    node.removeAllListeners('unhandledRejection');
    for (const listener of others) node.on('unhandledRejection', listener);
  }
  return count;
}
