import { runProcess, runService } from '@hiregraph/subgraph';
import { candidateConfig } from './config.ts';
import { readEnvironment } from './env.ts';
import { createCandidateService } from './service.ts';

await runProcess({
  start: async () => {
    const running = await runService('candidate', candidateConfig(readEnvironment()), createCandidateService);
    console.log(`ready ${running.url}`);
    return running;
  },
  exit: (code) => process.exit(code),
  report: (line) => console.error(line),
});
