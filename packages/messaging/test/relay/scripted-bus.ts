import type { EventEnvelope } from '@hiregraph/kernel';
import type { EventBus } from '../../src/event-bus.ts';

interface Publish {
  readonly topic: string;
  readonly events: readonly EventEnvelope[];
  readonly acknowledge: () => void;
  readonly reject: (error: Error) => void;
}

/** A bus whose every publish waits until the test answers it; or that answers by itself, where told how. */
export class ScriptedBus implements Pick<EventBus, 'publish'> {
  /** What was acknowledged, in order. */
  readonly sent: EventEnvelope[] = [];
  /** Every publish that was asked for, as event ids. */
  readonly asked: string[][] = [];
  readonly waiting: Publish[] = [];
  mostInFlight = 0;
  /** Null: publishes wait for the test. Otherwise called with each; what it throws is the answer. */
  answer: ((events: readonly EventEnvelope[]) => void) | null = null;

  publish(topic: string, events: readonly EventEnvelope[]): Promise<void> {
    this.asked.push(events.map(({ id }) => id));
    return new Promise((resolve, reject) => {
      const entry: Publish = {
        topic,
        events,
        acknowledge: () => {
          this.sent.push(...events);
          this.#leave(entry);
          resolve();
        },
        reject: (error) => {
          this.#leave(entry);
          reject(error);
        },
      };
      this.waiting.push(entry);
      this.mostInFlight = Math.max(this.mostInFlight, this.waiting.length);
      if (this.answer !== null) this.#answerNow(entry, this.answer);
    });
  }

  /** Acknowledges the publish that has waited longest. */
  acknowledge(): void {
    this.#first().acknowledge();
  }

  reject(error: Error): void {
    this.#first().reject(error);
  }

  get sentIds(): string[] {
    return this.sent.map(({ id }) => id);
  }

  #first(): Publish {
    const [first] = this.waiting;
    if (first === undefined) throw new Error('Nothing is being published.');
    return first;
  }

  #leave(entry: Publish): void {
    this.waiting.splice(this.waiting.indexOf(entry), 1);
  }

  #answerNow(entry: Publish, answer: (events: readonly EventEnvelope[]) => void): void {
    try {
      answer(entry.events);
    } catch (error) {
      entry.reject(error as Error);
      return;
    }
    entry.acknowledge();
  }
}
