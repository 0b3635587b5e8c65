/** `npm start`: the whole platform in one process, from source. */
import { runSource } from './source.mjs';

/** `npm start --fresh` without the `--` in between reaches us as a variable; it plainly means the same. */
const forgottenFlags = ['fresh', 'empty'].filter((name) => process.env[`npm_config_${name}`] === 'true');
const given = process.argv.slice(2);
const missing = forgottenFlags.map((name) => `--${name}`).filter((flag) => !given.includes(flag));

await runSource('platform/src/main.ts', [...given, ...missing]);
