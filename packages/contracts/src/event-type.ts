import type { z } from 'zod';
import type { ServiceName } from '@hiregraph/kernel';

/** One event type of the platform: what it is called, where it goes, what it carries. */
export interface EventType<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly type: Name;
  readonly topic: string;
  readonly producer: ServiceName;
  /** One sentence for the catalogue. */
  readonly summary: string;
  readonly data: Schema;
}

/** Declares the event types of one aggregate: `com.hiregraph.<aggregate>.<fact>.v1` on its topic. */
export function defineEvents<
  const Aggregate extends string,
  const Facts extends Record<string, { summary: string; data: z.ZodType }>,
>(
  aggregate: Aggregate,
  topic: string,
  producer: ServiceName,
  facts: Facts,
): {
  readonly [Fact in keyof Facts & string]: EventType<`com.hiregraph.${Aggregate}.${Fact}.v1`, Facts[Fact]['data']>;
} {
  const entries = Object.entries(facts).map(([fact, { summary, data }]) => [
    fact,
    { type: `com.hiregraph.${aggregate}.${fact}.v1`, topic, producer, summary, data },
  ]);
  return Object.fromEntries(entries) as never;
}

/** The data of an event type. */
export type EventData<T extends EventType> = z.infer<T['data']>;
