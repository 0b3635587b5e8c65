import { runProcess, runService } from '@hiregraph/subgraph';
import { jobConfig } from './config.ts';
import { readEnvironment } from './env.ts';
import { createJobService } from './service.ts';

await runProcess({
  start: async () => {
    const running = await runService('job', jobConfig(readEnvironment()), createJobService);
    console.log(`ready ${running.url}`);
    return running;
  },
  exit: (code) => process.exit(code),
  report: (line) => console.error(line),
});
