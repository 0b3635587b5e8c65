import { describe, expect, it } from '@jest/globals';
import type { OpenFile } from '../../src/journal/file-port.ts';
import { writeSnapshot } from '../../src/journal/snapshot-file.ts';

const MEBIBYTE = 1024 * 1024;

describe('A large snapshot', () => {
  it('never has more than a few megabytes on their way to the disk, where others wait behind them', async () => {
    let unsynced = 0;
    let most = 0;
    const file: OpenFile = {
      write: async (data) => {
        unsynced += data.byteLength;
        most = Math.max(most, unsynced);
      },
      read: async () => 0,
      truncate: async () => undefined,
      sync: async () => {
        unsynced = 0;
      },
      size: async () => 0,
      close: async () => undefined,
    };
    const records = Array.from({ length: 160 }, () => Buffer.alloc(64 * 1024, 1));
    const { bytes } = await writeSnapshot(file, {
      cut: { number: 1, checksum: 0 },
      salt: 1,
      records,
      now: () => 0,
      checkpoint: () => undefined,
    });
    expect(bytes).toBeGreaterThan(10 * MEBIBYTE);
    expect(most).toBeLessThan(3 * MEBIBYTE);
    expect(unsynced).toBe(0);
  });
});
