import { cleanTitle } from './clean-title.ts';
import { collectCriteria } from './collect-criteria.ts';
import type { ImportedCriterion, ImportedPosting, PostingSource } from './imported-posting.ts';
import { type JobPostingFields, readJobPosting } from './job-posting-json-ld.ts';
import { jsonLdBody } from './json-ld-body.ts';
import { type PostingBlock, postingBlocks } from './posting-blocks.ts';
import { postingFacts } from './posting-facts.ts';
import type { MarkedText } from './posting-heading.ts';
import { PostingImportError } from './posting-import-error.ts';
import { postingLines } from './posting-lines.ts';
import { postingTitle } from './posting-title.ts';

/** UTF-8 bytes. Ten times the longest posting in ordinary use. */
export const MAX_POSTING_BYTES = 100 * 1024;
/**
 * Up to this size an import stays well below the 20 ms that work on the event loop may take, whatever the text; a
 * larger one belongs into a worker. Real postings have 2 to 10 KB and take 1 to 3 ms.
 */
export const LOOP_SAFE_POSTING_BYTES = 16 * 1024;
export const MAX_IMPORTED_CRITERIA = 200;
/** Lines, and sentences and items: no posting comes near, and a text made of nothing else is read no further. */
const MAX_STATEMENTS = 2_500;

type SourceField = 'text' | 'jsonLd';

/**
 * Reads a job posting as a company wrote it: its title, its text unchanged, and one criterion for each thing that it
 * asks of a person or that the person will do, by section, with the span of the text that it came from. Pure and
 * deterministic; time grows with the text's length.
 *
 * @param source the posting's text, or its schema.org JobPosting as JSON or as an object
 * @throws PostingImportError code INVALID_INPUT with a `problem`: EMPTY, TOO_LONG, NOT_JSON, NOT_A_JOB_POSTING,
 *   TITLE_NOT_FOUND, TOO_MANY_CRITERIA
 */
export function importPosting(source: PostingSource): ImportedPosting {
  return 'text' in source ? importText(source.text) : importJsonLd(source.jsonLd);
}

function importText(text: string): ImportedPosting {
  assertSize(text, 'text');
  assertLineCount(text, 'text');
  const marked = { body: text, headingLevels: new Map<number, number | null>() };
  const blocks = postingBlocks(marked);
  return {
    title: titleOrThrow(postingTitle(text, blocks), 'text'),
    body: text,
    criteria: criteriaOf(marked, blocks, 'text'),
    ...postingFacts(text, blocks),
  };
}

function importJsonLd(jsonLd: string | object): ImportedPosting {
  if (typeof jsonLd === 'string') assertSize(jsonLd, 'jsonLd');
  const fields = readJobPosting(jsonLd);
  const size = [fields.description, ...fields.sections.map((section) => section.html)].join('');
  assertSize(size, 'jsonLd');
  const marked = jsonLdBody(fields);
  assertSize(marked.body, 'jsonLd');
  assertLineCount(marked.body, 'jsonLd');
  const blocks = postingBlocks(marked);
  const stated = fields.title === null ? '' : cleanTitle(fields.title);
  return {
    title: titleOrThrow(stated === '' ? postingTitle(marked.body, blocks) : stated, 'jsonLd'),
    body: marked.body,
    criteria: criteriaOf(marked, blocks, 'jsonLd'),
    ...factsOf(fields, marked, blocks),
  };
}

/** The fields of JSON-LD say it outright; the text fills what they leave out. */
function factsOf(fields: JobPostingFields, marked: MarkedText, blocks: readonly PostingBlock[]) {
  const found = postingFacts(marked.body, blocks);
  return {
    ...found,
    locations: fields.locations.length > 0 ? fields.locations : found.locations,
    ...(fields.department === null ? {} : { department: fields.department }),
    ...(fields.employmentType === null ? {} : { employmentType: fields.employmentType }),
    ...(fields.remote === null ? {} : { remote: fields.remote }),
  };
}

function criteriaOf(
  marked: MarkedText,
  blocks: readonly PostingBlock[],
  field: SourceField,
): readonly ImportedCriterion[] {
  const limits = { criteria: MAX_IMPORTED_CRITERIA, statements: MAX_STATEMENTS };
  const { criteria, passed } = collectCriteria(marked.body, blocks, limits);
  if (passed === null) return criteria;
  if (passed === 'statements') throw tooLong(`${MAX_STATEMENTS} sentences`, field);
  throw new PostingImportError(
    'TOO_MANY_CRITERIA',
    `This posting has more than ${MAX_IMPORTED_CRITERIA} criteria, the most that an import takes. Import one posting at a time, without the rest of its page.`,
    field,
  );
}

function titleOrThrow(title: string | null, field: SourceField): string {
  if (title !== null) return title;
  throw new PostingImportError(
    'TITLE_NOT_FOUND',
    field === 'text'
      ? 'No job title was found. Put it into the first line, or add a line such as "Job title: Data Engineer".'
      : 'No job title was found. Add a "title" to the JobPosting.',
    field,
  );
}

function assertSize(text: string, field: SourceField): void {
  if (!/\p{L}/u.test(text)) {
    throw new PostingImportError('EMPTY', 'There is no text in this posting. Paste the whole posting.', field);
  }
  if (Buffer.byteLength(text, 'utf8') > MAX_POSTING_BYTES) throw tooLong(`${MAX_POSTING_BYTES / 1024} KB`, field);
}

function assertLineCount(text: string, field: SourceField): void {
  if (postingLines(text).length > MAX_STATEMENTS) throw tooLong(`${MAX_STATEMENTS} lines`, field);
}

function tooLong(limit: string, field: SourceField): PostingImportError {
  return new PostingImportError(
    'TOO_LONG',
    `This posting is longer than ${limit}. Paste the posting alone, without the page around it.`,
    field,
  );
}
