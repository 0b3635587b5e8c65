/** Where tests may break in; every one lies between two steps whose order a protocol depends on. */
export type MessagingFailpoint =
  /** The broker acknowledged; nothing was pulled from the outbox yet. */
  | 'relay.after-send'
  /** Right before the pull of one aggregate's acknowledged events. */
  | 'relay.before-pull'
  /** The handler's effect is in place; the offset was not committed yet. */
  | 'consumer.after-effect'
  /** The parked marker is in place; the dead letter is not. */
  | 'consumer.after-marker'
  /** Marker and dead letter are in place; the offset was not committed yet. */
  | 'consumer.after-dead-letter';

/** Throwing fails the step; a promise that never settles hangs it: a crash as seen from outside. Production gives none. */
export type MessagingFailpoints = (point: MessagingFailpoint) => Promise<void> | void;
