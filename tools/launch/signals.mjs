const signals = ['SIGINT', 'SIGTERM'];
const sameWithinMs = 500;

/**
 * Makes one Ctrl-C one signal. The terminal sends it to every process of the command, and npm (or the watcher of
 * `npm run dev`) passes its own copy on: a program that takes a second signal for impatience would cut its work short.
 *
 * @param {import('node:events').EventEmitter} target emits the signals
 * @param {() => number} now milliseconds of a clock that never goes back
 */
export function mergeRepeatedSignals(target = process, now = () => performance.now()) {
  const emit = target.emit.bind(target);
  const lastAt = new Map();
  target.emit = (event, ...details) => {
    if (!signals.includes(event)) return emit(event, ...details);
    const isCopy = now() - (lastAt.get(event) ?? -Infinity) < sameWithinMs;
    lastAt.set(event, now());
    return isCopy || emit(event, ...details);
  };
  for (const signal of signals) listenAnew(target, signal);
}

/** Node binds `emit` when a signal gets its first listener, so whoever listened before goes round a later one. */
function listenAnew(target, signal) {
  const listeners = target.rawListeners(signal);
  target.removeAllListeners(signal);
  for (const listener of listeners) target.on(signal, listener);
}
