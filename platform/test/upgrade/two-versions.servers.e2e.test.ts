import { describeServers } from '../support/servers.ts';
import { tellUpgradeStory } from './upgrade-story.ts';

describeServers('two versions side by side', (servers) => {
  tellUpgradeStory('MongoDB and Kafka', async () => {
    const place = servers.place();
    return { ports: () => place.ports(), close: () => Promise.resolve() };
  });
});
