import { canonical } from './stream-faults.ts';

/** Rows of a projection, by their id. */
export type ProjectionDump = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a projection that was kept along the way, compared with one that was built from scratch.
 * @param name for the messages
 */
export function projectionFaults(name: string, kept: ProjectionDump, rebuilt: ProjectionDump): readonly string[] {
  const ids = [...new Set([...Object.keys(kept), ...Object.keys(rebuilt)])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [wordsOf(kept[id]), wordsOf(rebuilt[id])];
    return was === is ? [] : [`${name}: ${id} is ${was}, and from scratch ${is}`];
  });
}

function wordsOf(row: unknown): string {
  return row === undefined ? 'absent' : canonical(row);
}
