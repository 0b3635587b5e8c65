import type { Dispatcher } from 'undici';
import { type Cancellation, FetchCancelledError } from './cancellation.ts';

/** One request over HTTP and what limits it. */
export interface ExchangeRequest {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: Buffer;
  /** Until the last byte of the answer is there, waiting for a connection included. */
  readonly milliseconds: number;
  readonly maxAnswerBytes: number;
  readonly cancellation: Cancellation | undefined;
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly text: string;
}

/** The connection failed before any of the answer came, as it does when the other side closes one that it kept alive. */
export class UnansweredExchangeError extends Error {
  constructor(cause: Error) {
    super(`The connection was lost before an answer came: ${cause.message}`, { cause });
    this.name = 'UnansweredExchangeError';
  }
}

/** Codes of errors that a connection can end with after a request was put on it. */
const LOST_CONNECTION = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/**
 * Posts through undici's dispatch, the least that stands between a request and its socket: no streams and no signals.
 * @throws Error when time is up, the answer is too large, the caller hung up or the connection failed
 */
export function postThrough(dispatcher: Dispatcher, request: ExchangeRequest): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => {
    const exchange = new Exchange(request, resolve, reject);
    const { path, headers, body } = request;
    try {
      dispatcher.dispatch({ method: 'POST', path, headers, body }, exchange);
    } catch (error) {
      exchange.giveUp(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: ExchangeAnswer) => void;
  readonly #reject: (error: Error) => void;
  readonly #maxBytes: number;
  readonly #timer: NodeJS.Timeout;
  readonly #forgetCancellation: (() => void) | undefined;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #bytes = 0;
  #status = 0;
  /** Why it ended before the answer was whole. */
  #failure: Error | undefined;

  constructor(
    { milliseconds, maxAnswerBytes, cancellation }: ExchangeRequest,
    resolve: (answer: ExchangeAnswer) => void,
    reject: (error: Error) => void,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#maxBytes = maxAnswerBytes;
    this.#timer = setTimeout(() => {
      this.giveUp(new Error(`No whole answer came within ${milliseconds} ms.`));
    }, milliseconds);
    this.#forgetCancellation = cancellation?.whenCancelled(() => this.giveUp(new FetchCancelledError()));
  }

  /** Ends it now, whether it was begun, waits for a connection, or is half read. */
  giveUp(error: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    this.#settle();
    this.#reject(error);
    this.#controller?.abort(error);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#failure !== undefined) controller.abort(this.#failure);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) this.giveUp(new Error(`The answer is larger than ${this.#maxBytes} bytes.`));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#failure !== undefined) return;
    this.#settle();
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, text: whole.toString('utf8') });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error & { readonly code?: string }): void {
    const isUnanswered = this.#status === 0 && LOST_CONNECTION.has(error.code ?? '');
    this.giveUp(isUnanswered ? new UnansweredExchangeError(error) : error);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#forgetCancellation?.();
  }
}
