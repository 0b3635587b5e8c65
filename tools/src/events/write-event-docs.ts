import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventDocuments } from './event-reference.ts';

const target = fileURLToPath(new URL('../../../docs/events/', import.meta.url));

rmSync(target, { recursive: true, force: true });
for (const [path, text] of eventDocuments()) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
console.log(`Wrote ${eventDocuments().size} documents to docs/events.`);
