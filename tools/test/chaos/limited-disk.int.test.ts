import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openLimitedDisk } from '../../src/chaos/limited-disk.ts';

/** Appends 64 KB for every line that it reads, and says how that went. */
const WRITER = `
const { appendFileSync } = require('node:fs');
require('node:readline').createInterface({ input: process.stdin }).on('line', () => {
  try { appendFileSync('data', Buffer.alloc(65536)); console.log('written'); } catch (error) { console.log(error.code); }
});`;

test('a full disk refuses a running process its writes until there is room again, and can keep the data', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'hiregraph-disk-')), 'disk');
  const disk = openLimitedDisk(directory, 4 << 20);
  const writer = spawn(process.execPath, ['-e', WRITER], { cwd: directory, stdio: ['pipe', 'pipe', 'inherit'] });
  const write = async (): Promise<string> => {
    writer.stdin.write('\n');
    const [answer] = (await once(writer.stdout, 'data')) as [Buffer];
    return answer.toString().trim();
  };
  try {
    expect(await write()).toBe('written');
    disk.fill(writer.pid ?? 0);
    expect(['ENOSPC', 'EFBIG']).toContain(await write());
    disk.free(writer.pid ?? 0);
    expect(await write()).toBe('written');
  } finally {
    writer.kill();
    await once(writer, 'exit');
    disk.close('kept');
  }
  expect(existsSync(join(directory, 'ballast'))).toBe(false);
  expect(readFileSync(join(directory, 'data')).length).toBeGreaterThanOrEqual(2 * 65_536);
  rmSync(join(directory, '..'), { recursive: true });
});
