import { runProcess } from '@hiregraph/subgraph';
import { gatewayConfig } from './config.ts';
import { readEnvironment } from './env.ts';
import { runGateway } from './run-gateway.ts';

await runProcess({
  start: async () => {
    const running = await runGateway(gatewayConfig(readEnvironment()));
    console.log(`ready ${running.url}`);
    return running;
  },
  exit: (code) => process.exit(code),
  report: (line) => console.error(line),
});
