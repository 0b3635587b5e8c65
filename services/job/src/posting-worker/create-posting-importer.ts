import { Worker } from 'node:worker_threads';
import { OverloadedError } from '@hiregraph/kernel';
import type { PostingImporter } from '../application/posting-importer.ts';
import { importPosting, LOOP_SAFE_POSTING_BYTES, MAX_POSTING_BYTES } from '../domain/posting-import/import-posting.ts';
import type { ImportedPosting, PostingSource } from '../domain/posting-import/imported-posting.ts';
import { PostingImportError } from '../domain/posting-import/posting-import-error.ts';
import type { WorkerAnswer } from './posting-worker.ts';

/** Long postings that are read at once; each takes a core while it lasts. */
const MOST_WORKERS = 2;
const MOST_WAITING = 16;

/**
 * Short postings, nearly all there are, are read at once; a long one in a worker of its own, so that nobody else's answer
 * waits for it.
 */
export function createPostingImporter(): PostingImporter {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function turn(): Promise<void> {
    if (running >= MOST_WORKERS) {
      if (waiting.length >= MOST_WAITING) {
        throw new OverloadedError('Too many long postings are being read just now. Try again in a moment.');
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running++;
  }

  function end(): void {
    running--;
    waiting.shift()?.();
  }

  return async (source) => {
    const size = bytesOf(source);
    // What is too long is refused without being read.
    if (size <= LOOP_SAFE_POSTING_BYTES || size > MAX_POSTING_BYTES) return importPosting(source);
    await turn();
    try {
      return await readInWorker(source);
    } finally {
      end();
    }
  };
}

function bytesOf(source: PostingSource): number {
  const text = 'text' in source ? source.text : source.jsonLd;
  return Buffer.byteLength(typeof text === 'string' ? text : JSON.stringify(text));
}

async function readInWorker(source: PostingSource): Promise<ImportedPosting> {
  const worker = startWorker(source);
  try {
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The worker that reads a posting ended with ${code}.`)));
    });
    if (answer.ok) return answer.posting;
    throw new PostingImportError(answer.problem, answer.message, answer.field);
  } finally {
    await worker.terminate();
  }
}

function startWorker(source: PostingSource): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(`./posting-worker.${isSource ? 'ts' : 'js'}`, import.meta.url);
  if (!isSource) return new Worker(file, { workerData: source });
  // A thread inherits no loader for TypeScript: run from source, it registers one of its own first.
  const entry = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
    register();
    return import(${JSON.stringify(file.href)});
  });`;
  return new Worker(entry, { eval: true, execArgv: ['--conditions=hiregraph-source'], workerData: source });
}
