import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AnswerChannel } from './data-source/cancellation.ts';
import type { AnswerText } from './fast-lane/answer-text.ts';

/** A request for an operation, whoever read it from HTTP. */
export interface LaneRequest {
  /** By which it is known again. */
  readonly raw: IncomingMessage;
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** What its JSON says. */
  readonly body: unknown;
  /** What its answer goes out through. */
  readonly channel: AnswerChannel;
}

export interface LaneAnswer extends Pick<AnswerText, 'status' | 'text' | 'headers'> {
  readonly contentType: string;
}

/** @returns null where Apollo's HTTP layer may have something to say */
export type Lane = (request: LaneRequest) => Promise<LaneAnswer | null>;
