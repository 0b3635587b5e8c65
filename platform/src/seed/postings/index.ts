import { readFileSync } from 'node:fs';

/** A posting of the seeded company, with what the job it becomes is given beside the text. */
export interface SeedPosting {
  /** Stable name for the rest of the seed to refer to. */
  readonly key: string;
  readonly department: string;
  readonly locations: readonly string[];
  readonly employmentType: 'FULL_TIME' | 'PART_TIME' | 'CONTRACT' | 'TEMPORARY' | 'INTERNSHIP';
  readonly remote: boolean;
  readonly confidential: boolean;
  readonly source: { readonly text: string } | { readonly jsonLd: string };
}

/** The company that all seed postings are of. */
export const SEED_COMPANY = { name: 'Larkfield Software', slug: 'larkfield' } as const;

/**
 * The seed's postings, each in another manner of real ones. The files lie beside this module, in `src` as in `dist`
 * (the build copies them); their bytes are imported as they are.
 */
export function readSeedPostings(): readonly SeedPosting[] {
  return [
    {
      key: 'platform-engineer',
      department: 'Engineering',
      locations: ['Leeds'],
      employmentType: 'FULL_TIME',
      remote: true,
      confidential: false,
      source: { text: readPosting('platform-engineer.txt') },
    },
    {
      key: 'account-executive',
      department: 'Sales',
      locations: ['Hamburg'],
      employmentType: 'FULL_TIME',
      remote: false,
      confidential: false,
      source: { text: readPosting('account-executive.txt') },
    },
    {
      key: 'analytics-engineer',
      department: 'Data',
      locations: ['Leeds'],
      employmentType: 'FULL_TIME',
      remote: true,
      confidential: false,
      source: { jsonLd: readPosting('analytics-engineer.json') },
    },
    {
      key: 'customer-success-manager',
      department: 'Customer Success',
      locations: ['Hamburg'],
      employmentType: 'PART_TIME',
      remote: false,
      confidential: false,
      source: { text: readPosting('customer-success-manager.txt') },
    },
    {
      key: 'product-designer',
      department: 'Product Design',
      locations: ['Leeds'],
      employmentType: 'FULL_TIME',
      remote: false,
      confidential: false,
      source: { text: readPosting('product-designer.md') },
    },
    {
      key: 'head-of-people',
      department: 'People',
      locations: ['Leeds', 'Hamburg'],
      employmentType: 'FULL_TIME',
      remote: false,
      confidential: true,
      source: { text: readPosting('head-of-people.txt') },
    },
  ];
}

function readPosting(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
