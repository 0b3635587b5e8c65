import type { ImportedPosting, PostingSource } from '../domain/posting-import/imported-posting.ts';

/**
 * Reads a posting without holding the event loop for long.
 * @throws PostingImportError, OverloadedError when too many long ones are being read
 */
export type PostingImporter = (source: PostingSource) => Promise<ImportedPosting>;
