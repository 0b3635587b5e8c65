import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createEmbeddedBus, type EventBus } from '@hiregraph/messaging';
import { createEmbeddedEngine, type StorageEngine } from '@hiregraph/storage';
import { type Ground, tellUpgradeStory } from './upgrade-story.ts';

const nothing = (): Promise<void> => Promise.resolve();

/** Replicas share one engine in this process, which outlives them. */
function shared<Part extends StorageEngine | EventBus>(part: Part): Part {
  const own: Partial<Record<PropertyKey, unknown>> = { start: nothing, stop: nothing };
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = own[name] ?? Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

tellUpgradeStory('embedded', async (): Promise<Ground> => {
  const engine = (): StorageEngine => createEmbeddedEngine({ clock: systemClock, freeze: true });
  const engines = { job: engine(), candidate: engine(), evaluation: engine() };
  const bus = createEmbeddedBus({ clock: systemClock, logger: silentLogger });
  await bus.start();
  await Promise.all(Object.values(engines).map((each) => each.start()));
  return {
    ports: () => ({
      engines: {
        job: shared(engines.job),
        candidate: shared(engines.candidate),
        evaluation: shared(engines.evaluation),
      },
      bus: shared(bus),
    }),
    close: async () => {
      await bus.stop();
      await Promise.all(Object.values(engines).map((each) => each.stop()));
    },
  };
});
