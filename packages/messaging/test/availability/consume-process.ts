/**
 * A consumer as a process of its own, for tests that end it: `brokers topic group`. Says `began <id>` before an event and
 * `done <id>` behind its effect, a line each; SIGTERM ends it as it ends a service.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createConsumerRunner, createKafkaBus, createMemoryDeadLetters } from '@hiregraph/messaging';

const EFFECT_MILLISECONDS = 30;
const [brokers = '', topic = '', group = ''] = process.argv.slice(2);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const bus = createKafkaBus({
  brokers: brokers.split(','),
  clientId: 'hiregraph-test',
  topics: { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 },
  logger: silentLogger,
});
const runner = createConsumerRunner({
  bus,
  consumers: [
    {
      group,
      topics: [topic],
      handle: async ({ id }) => {
        say(`began ${id}`);
        await delay(EFFECT_MILLISECONDS);
        say(`done ${id}`);
      },
    },
  ],
  deadLetters: createMemoryDeadLetters(),
  clock: systemClock,
  logger: silentLogger,
});
process.once('SIGTERM', () => {
  void runner.stop().then(() => bus.stop());
});
await bus.start();
await runner.start();
