import { fileURLToPath } from 'node:url';

/** The root folder of the repository, from source and from a build alike: src/workspace and dist/workspace lie equally deep. */
export const repositoryRoot: string = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');
