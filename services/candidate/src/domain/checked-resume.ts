import { DomainError } from '@hiregraph/kernel';
import { assertAtMost, boundedText } from './bounded-text.ts';
import { checkedLink } from './contact-details.ts';
import { LIMITS } from './limits.ts';
import type { Resume } from './resume.ts';
import { RESUME_FIELDS, type ResumeFieldKind } from './resume-fields.ts';

/** As it comes in: everything may be left out. */
type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[] | null | undefined
  : T extends object
    ? { readonly [Key in keyof T]?: Loose<T[Key]> } | null | undefined
    : T | null | undefined;
export type ResumeInput = NonNullable<Loose<Resume>>;

type Section = keyof typeof RESUME_FIELDS;
type Entry = Readonly<Record<string, unknown>>;

/** The date forms of JSON Resume: a year, a month or a day. */
const DATE = /^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u;

/**
 * A resume as it may be kept: every text trimmed and bounded, absent parts null or empty.
 * @throws DomainError INVALID_INPUT, LIMIT_REACHED, each with the path of the part
 */
export function checkedResume(input: ResumeInput, path: readonly string[]): Resume {
  const sections = Object.fromEntries(
    (Object.keys(RESUME_FIELDS) as Section[])
      .filter((section) => !['basics', 'location', 'profiles'].includes(section))
      .map((section) => [section, checkedEntries(section, (input as Entry)[section], [...path, section])]),
  );
  // RESUME_FIELDS names the fields of Resume, and a test compares the two: the casts say no more than that.
  const resume = { basics: checkedBasics(input.basics, [...path, 'basics']), ...sections } as unknown as Resume;
  assertAtMost(JSON.stringify(resume).length, LIMITS.resumeJson, 'characters in a resume', path);
  return resume;
}

function checkedBasics(basics: ResumeInput['basics'], path: readonly string[]): unknown {
  if (basics === null || basics === undefined) return null;
  const location = basics.location ?? null;
  return {
    ...checkedEntry('basics', basics, path),
    location: location === null ? null : checkedEntry('location', location, [...path, 'location']),
    profiles: checkedEntries('profiles', basics.profiles, [...path, 'profiles']),
  };
}

function checkedEntries(section: Section, entries: unknown, path: readonly string[]): readonly Entry[] {
  if (entries === null || entries === undefined) return [];
  const list = entries as readonly Entry[];
  assertAtMost(list.length, LIMITS.resumeEntries, 'entries in a section of a resume', path);
  return list.map((entry, index) => checkedEntry(section, entry, [...path, String(index)]));
}

function checkedEntry(section: Section, entry: Entry, path: readonly string[]): Entry {
  const kinds: Readonly<Record<string, ResumeFieldKind>> = RESUME_FIELDS[section];
  const checked: Record<string, unknown> = {};
  for (const field in kinds) {
    const kind = kinds[field] as ResumeFieldKind;
    const value = entry[field];
    // Most fields of most resumes are left out, and nothing can be wrong with those.
    if (value === null || value === undefined) checked[field] = kind === 'lines' || kind === 'texts' ? [] : null;
    else checked[field] = checkedField(kind, value, [...path, field]);
  }
  return checked;
}

function checkedField(kind: ResumeFieldKind, value: unknown, path: readonly string[]): unknown {
  switch (kind) {
    case 'line':
      return boundedText(value as string | null, LIMITS.resumeLine, path);
    case 'text':
      return boundedText(value as string | null, LIMITS.resumeText, path);
    case 'date':
      return checkedDate(value as string | null, path);
    case 'link': {
      const link = boundedText(value as string | null, LIMITS.link, path);
      return link === null ? null : checkedLink(link, path);
    }
    case 'lines':
    case 'texts':
      return checkedList(value, kind === 'lines' ? LIMITS.resumeLine : LIMITS.resumeText, path);
  }
}

function checkedList(value: unknown, limit: number, path: readonly string[]): readonly string[] {
  const texts = (value ?? []) as readonly string[];
  assertAtMost(texts.length, LIMITS.resumeItems, 'items in a list of a resume', path);
  return texts.map((text, index) => boundedText(text, limit, [...path, String(index)])).filter((text) => text !== null);
}

function checkedDate(value: string | null, path: readonly string[]): string | null {
  const date = boundedText(value, LIMITS.resumeLine, path);
  if (date === null || DATE.test(date)) return date;
  throw new DomainError('INVALID_INPUT', `"${date}" is no date. Write 2024, 2024-05 or 2024-05-31.`, { path });
}
