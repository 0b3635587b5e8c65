import { supergraphPath } from '../compose/supergraph.ts';
import { runCommand } from '../workspace/run-command.ts';

/** The supergraph that clients may rely on already. */
export interface SchemaBaseline {
  readonly commit: string;
  readonly sdl: string;
}

/**
 * Finds what the present supergraph has to stay compatible with:
 * - on a branch, the one at the place where it left main: the branch is judged as a whole;
 * - on main with a changed supergraph, the last commit's;
 * - on main without, the one before the commit that changed it last: so that a clean checkout judges that commit.
 *
 * @param current the supergraph in the working tree
 * @returns null where git knows no earlier one (a first commit, a shallow clone)
 */
export async function findSchemaBaseline(root: string, current: string): Promise<SchemaBaseline | null> {
  const git = async (...args: string[]): Promise<string | null> => {
    const { exitCode, output } = await runCommand('git', args, { cwd: root });
    return exitCode === 0 ? output : null;
  };
  const show = async (commit: string): Promise<SchemaBaseline | null> => {
    const sdl = await git('show', `${commit}:${supergraphPath}`);
    return sdl === null ? null : { commit: commit.slice(0, 10), sdl };
  };
  const head = (await git('rev-parse', 'HEAD'))?.trim();
  if (head === undefined) return null;
  for (const main of ['origin/main', 'main']) {
    const fork = (await git('merge-base', 'HEAD', main))?.trim();
    if (fork !== undefined && fork !== head) return show(fork);
  }
  const committed = await show(head);
  if (committed !== null && committed.sdl !== current) return committed;
  const [, before] = (await git('log', '-n', '2', '--format=%H', '--', supergraphPath))?.trim().split('\n') ?? [];
  return before === undefined ? null : show(before);
}
