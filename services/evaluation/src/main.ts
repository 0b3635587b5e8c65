import { runProcess, runService } from '@hiregraph/subgraph';
import { evaluationConfig } from './config.ts';
import { readEnvironment } from './env.ts';
import { createEvaluationService } from './service.ts';

await runProcess({
  start: async () => {
    const running = await runService('evaluation', evaluationConfig(readEnvironment()), createEvaluationService);
    console.log(`ready ${running.url}`);
    return running;
  },
  exit: (code) => process.exit(code),
  report: (line) => console.error(line),
});
