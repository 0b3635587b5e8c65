import { decodeHtmlEntities } from './html-entities.ts';
import { htmlText } from './html-text.ts';
import type { ImportedEmploymentType } from './imported-posting.ts';
import { PostingImportError } from './posting-import-error.ts';

/** What schema.org's JobPosting says of a job, as the fields give it (descriptions are HTML still). */
export interface JobPostingFields {
  readonly title: string | null;
  readonly description: string;
  /** Texts of the fields beside the description, each under the heading that it would have in a posting. */
  readonly sections: readonly JobPostingSection[];
  readonly monthsOfExperience: number | null;
  readonly locations: readonly string[];
  readonly department: string | null;
  readonly employmentType: ImportedEmploymentType | null;
  readonly remote: boolean | null;
}

export interface JobPostingSection {
  readonly heading: 'Responsibilities' | 'Qualifications' | 'Skills' | 'Experience' | 'Education';
  readonly html: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

const MOST_NODES = 1_000;
const MOST_LOCATIONS = 20;
const SCRIPT = /^\s*<script\b[^>]{0,200}>([\s\S]*?)<\/script>\s*$/iu;
const JOB_POSTING = /^(?:https?:\/\/schema\.org\/|schema:)?JobPosting$/u;
const EMPLOYMENT_TYPES: ReadonlyMap<string, ImportedEmploymentType> = new Map([
  ['FULL_TIME', 'FULL_TIME'],
  ['PART_TIME', 'PART_TIME'],
  ['CONTRACTOR', 'CONTRACT'],
  ['CONTRACT', 'CONTRACT'],
  ['FREELANCE', 'CONTRACT'],
  ['TEMPORARY', 'TEMPORARY'],
  ['INTERN', 'INTERNSHIP'],
  ['INTERNSHIP', 'INTERNSHIP'],
]);

/**
 * Finds the JobPosting in JSON-LD: the object itself, in an array, in `@graph`, or in a pasted script element.
 *
 * @throws PostingImportError NOT_JSON, NOT_A_JOB_POSTING
 */
export function readJobPosting(jsonLd: string | object): JobPostingFields {
  const posting = findJobPosting(typeof jsonLd === 'string' ? parseJson(jsonLd) : jsonLd);
  if (posting === null) {
    throw new PostingImportError(
      'NOT_A_JOB_POSTING',
      'This JSON holds no object with "@type": "JobPosting". Give the JSON-LD of the posting\'s page, or paste its text instead.',
      'jsonLd',
    );
  }
  return {
    title: titleOf(posting),
    description: textsOf(posting['description']).join('\n\n'),
    sections: sectionsOf(posting),
    monthsOfExperience: monthsOfExperience(posting['experienceRequirements']),
    locations: locationsOf(posting['jobLocation']),
    department: departmentOf(posting['hiringOrganization']),
    employmentType: employmentTypeOf(posting['employmentType']),
    remote: textsOf(posting['jobLocationType']).some((type) => type.toUpperCase() === 'TELECOMMUTE') ? true : null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(SCRIPT.exec(text)?.[1] ?? text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new PostingImportError(
      'NOT_JSON',
      'This is not valid JSON. Copy the whole JSON-LD, from its first "{" to its last "}".',
      'jsonLd',
      cause,
    );
  }
}

/** Breadth first, so that the outermost posting wins; a bound and no recursion, so that no nesting exhausts us. */
function findJobPosting(root: unknown): JsonObject | null {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < MOST_NODES; at += 1) {
    const node = queue[at];
    if (Array.isArray(node)) queue.push(...listOf(node).slice(0, MOST_NODES));
    if (!isObject(node)) continue;
    if (listOf(node['@type']).some((type) => typeof type === 'string' && JOB_POSTING.test(type))) return node;
    queue.push(
      ...listOf(node['@graph']).slice(0, MOST_NODES),
      node['mainEntity'],
      node['itemListElement'],
      node['item'],
    );
  }
  return null;
}

function titleOf(posting: JsonObject): string | null {
  const title = textsOf(posting['title'])[0] ?? textsOf(posting['name'])[0];
  return title === undefined ? null : htmlText(title).text;
}

function sectionsOf(posting: JsonObject): JobPostingSection[] {
  const fields: [JobPostingSection['heading'], unknown][] = [
    ['Responsibilities', posting['responsibilities']],
    ['Qualifications', posting['qualifications']],
    ['Skills', posting['skills']],
    ['Experience', posting['experienceRequirements']],
    ['Education', posting['educationRequirements']],
  ];
  return fields.flatMap(([heading, value]) => textsOf(value).map((html) => ({ heading, html })));
}

/** The texts in a field: a string, an object with a name or description, or a list of these. */
function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((item) => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [item];
    if (!isObject(item)) return [];
    const text = [item['description'], item['name'], item['@value'], item['credentialCategory']].find(
      (candidate) => typeof candidate === 'string' && candidate.trim() !== '',
    );
    return typeof text === 'string' ? [text] : [];
  });
}

function monthsOfExperience(value: unknown): number | null {
  for (const item of listOf(value)) {
    const months = isObject(item) ? Number(item['monthsOfExperience']) : Number.NaN;
    if (Number.isInteger(months) && months > 0 && months <= 600) return months;
  }
  return null;
}

function locationsOf(value: unknown): string[] {
  const places = listOf(value).flatMap((place) => {
    if (!isObject(place)) return textsOf(place);
    const address = place['address'] ?? place;
    if (!isObject(address)) return textsOf(address);
    const parts = [address['addressLocality'], address['addressRegion'], address['addressCountry']];
    const named = parts.flatMap((part) => textsOf(part).slice(0, 1));
    return named.length > 0 ? [[...new Set(named)].join(', ')] : textsOf(place).slice(0, 1);
  });
  const plain = places
    .map((place) => decodeHtmlEntities(place).replace(/\s+/gu, ' ').trim())
    .filter((place) => place !== '');
  return [...new Set(plain)].slice(0, MOST_LOCATIONS);
}

function departmentOf(organization: unknown): string | null {
  const department = isObject(organization) ? textsOf(organization['department'])[0] : undefined;
  return department === undefined ? null : decodeHtmlEntities(department).trim();
}

function employmentTypeOf(value: unknown): ImportedEmploymentType | null {
  for (const type of textsOf(value).flatMap((text) => text.split(','))) {
    const known = EMPLOYMENT_TYPES.get(
      type
        .trim()
        .toUpperCase()
        .replace(/[\s-]+/gu, '_'),
    );
    if (known !== undefined) return known;
  }
  return null;
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
