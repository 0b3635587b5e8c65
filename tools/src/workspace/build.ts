/** `npm run build`: what the images run. */
import { buildWorkspace } from './build-workspace.ts';
import { repositoryRoot } from './repository-root.ts';

const problems = await buildWorkspace(repositoryRoot);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log('Built. `node platform/dist/main.js` runs the platform from the build.');
