import { HiregraphError } from '@hiregraph/kernel';

/** A reader's cursor is older than what is kept, or of another life of the log. Over HTTP: 410. */
export class EventsGoneError extends HiregraphError {
  /** Where reading can begin now. */
  readonly earliestCursor: string;

  constructor(earliestCursor: string) {
    super(
      'BAD_USER_INPUT',
      'The events behind this cursor are not kept any more. Read what you need anew, then go on behind the earliest cursor.',
      { path: ['after'], details: { earliestCursor } },
    );
    this.earliestCursor = earliestCursor;
  }
}

/** A reader took nothing for too long and was cut off. */
export class SlowReaderError extends HiregraphError {
  constructor() {
    super('OVERLOADED', 'You read too slowly and were cut off. Go on behind the last cursor that you got.');
  }
}
