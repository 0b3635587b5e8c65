import { createEmbeddedEngine } from '@hiregraph/storage';
import { storageContract } from '@hiregraph/testkit';

storageContract('the embedded engine in memory', ({ clock }) => {
  const engine = createEmbeddedEngine({ clock, freeze: true });
  return { engine, removeExpired: engine.removeExpired };
});
