import { parentPort, workerData } from 'node:worker_threads';
import { importPosting } from '../domain/posting-import/import-posting.ts';
import type { ImportedPosting, PostingSource } from '../domain/posting-import/imported-posting.ts';
import { PostingImportError, type PostingImportProblem } from '../domain/posting-import/posting-import-error.ts';

/** Errors lose their class between threads: a refusal travels as what it is made of. */
export type WorkerAnswer =
  | { readonly ok: true; readonly posting: ImportedPosting }
  | {
      readonly ok: false;
      readonly problem: PostingImportProblem;
      readonly message: string;
      readonly field: 'text' | 'jsonLd';
    };

function answer(source: PostingSource): WorkerAnswer {
  try {
    return { ok: true, posting: importPosting(source) };
  } catch (error) {
    if (!(error instanceof PostingImportError)) throw error;
    const field = error.inputPath.at(-1) === 'jsonLd' ? 'jsonLd' : 'text';
    return { ok: false, problem: error.problem, message: error.message, field };
  }
}

// Whoever starts this file gives it one posting, and nothing else.
parentPort?.postMessage(answer(workerData as PostingSource));
