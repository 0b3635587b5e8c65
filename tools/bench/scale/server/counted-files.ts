import { basename } from 'node:path';
import { type FilePort, nodeFilePort, type OpenFile } from '@hiregraph/storage';

/** What went to the disk, by the journal's name. */
export interface DiskUse {
  syncs: number;
  bytes: number;
}

/** Awaited before a sync of that journal goes to the disk. */
export type SyncGate = (journal: string) => Promise<void>;

export interface CountedFiles {
  readonly files: FilePort;
  readonly use: ReadonlyMap<string, DiskUse>;
  gate: SyncGate | null;
}

/** The real file system, counted. */
export function createCountedFiles(): CountedFiles {
  const use = new Map<string, DiskUse>();
  const counted: CountedFiles = {
    use,
    gate: null,
    files: {
      ...nodeFilePort,
      open: async (path, mode, options) => {
        const journal = basename(path).split('.')[0] ?? '';
        const known = use.get(journal) ?? { syncs: 0, bytes: 0 };
        use.set(journal, known);
        return countedFile(await nodeFilePort.open(path, mode, options), known, async () => counted.gate?.(journal));
      },
    },
  };
  return counted;
}

function countedFile(file: OpenFile, use: DiskUse, gate: () => Promise<void>): OpenFile {
  return {
    ...file,
    write: async (data, position) => {
      use.bytes += data.byteLength;
      if (file.writesThrough === true) {
        use.syncs += 1;
        await gate();
      }
      await file.write(data, position);
    },
    sync: async () => {
      use.syncs += 1;
      await gate();
      await file.sync();
    },
  };
}
