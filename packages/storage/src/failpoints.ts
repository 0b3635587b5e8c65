/** Where tests may break into a write; every one lies between two steps whose order a protocol depends on. */
export type Failpoint =
  | 'commit.before'
  | 'commit.after-ack'
  | 'outbox.before-pull'
  | 'outbox.after-pull'
  | 'history.after-bucket'
  | 'claim.after-claim'
  | 'claim.before-complete';

/**
 * Called at each failpoint. Throwing fails the step; a promise that never settles hangs it; killing the process is a
 * crash there. Production gives none.
 */
export type Failpoints = (point: Failpoint) => Promise<void> | void;

/** Costs nothing where no failpoints are given. */
export function reach(failpoints: Failpoints | undefined, point: Failpoint): Promise<void> | void {
  return failpoints?.(point);
}
