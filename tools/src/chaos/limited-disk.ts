import { execFileSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, openSync, renameSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that can run out of room. */
export interface LimitedDisk {
  readonly kind: 'tmpfs' | 'file-size limit';
  /** From now on the process can write no more. */
  fill(processId: number): void;
  /** Gives the room back. */
  free(processId: number): void;
  /** Takes the disk away, with or without its data. */
  close(data: 'kept' | 'dropped'): void;
}

const PIECE = Buffer.alloc(1 << 20, 1);
const SMALLEST_FILE = 4_096;

/**
 * Makes a folder whose disk can be filled. Where the system lets us (root on Linux) it is a tmpfs of a limited size, filled
 * by a file beside the data: real ENOSPC. Else the process's limit on the size of a file is lowered while it runs
 * (`prlimit`), so that its writes fail with EFBIG; that takes no rights.
 */
export function openLimitedDisk(directory: string, bytes: number): LimitedDisk {
  mkdirSync(directory, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'hiregraph-chaos', directory], { stdio: 'pipe' });
    return mountedDisk(directory);
  } catch {
    return fileSizeLimit();
  }
}

function mountedDisk(directory: string): LimitedDisk {
  const ballast = join(directory, 'ballast');
  return {
    kind: 'tmpfs',
    fill: () => fillUp(directory, ballast),
    free: () => rmSync(ballast, { force: true }),
    close: (data) => {
      rmSync(ballast, { force: true });
      if (data === 'kept') cpSync(directory, `${directory}-kept`, { recursive: true });
      execFileSync('umount', ['--lazy', directory], { stdio: 'pipe' });
      if (data === 'kept') renameSync(`${directory}-kept`, directory);
    },
  };
}

function fillUp(directory: string, ballast: string): void {
  const file = openSync(ballast, 'w');
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(directory);
      const room = bavail * bsize;
      if (room <= 0) return;
      writeSync(file, PIECE, 0, Math.min(room, PIECE.length));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

function fileSizeLimit(): LimitedDisk {
  const limit = (processId: number, size: number | 'unlimited'): void => {
    execFileSync('prlimit', ['--pid', String(processId), `--fsize=${size}:`], { stdio: 'pipe' });
  };
  return {
    kind: 'file-size limit',
    fill: (processId) => limit(processId, SMALLEST_FILE),
    free: (processId) => limit(processId, 'unlimited'),
    close: () => undefined,
  };
}
