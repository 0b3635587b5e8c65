/** `npm run cluster`: the gateway and every service as processes of their own, from source. */
import { runSource } from './source.mjs';

await runSource('platform/src/cluster/main.ts', process.argv.slice(2));
