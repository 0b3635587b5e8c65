import type { Career } from '../careers/career.ts';
import type { Dice } from './dice.ts';

/** A JSON Resume, as far as the seed fills it in. */
export type SeedResume = {
  readonly basics: {
    readonly name: string;
    readonly label: string;
    readonly email: string;
    readonly phone: string;
    readonly summary: string;
    readonly location: { readonly city: string; readonly countryCode: string };
  };
  readonly work: readonly SeedWork[];
  readonly education: readonly {
    readonly institution: string;
    readonly area: string;
    readonly studyType: string;
    readonly startDate: string;
    readonly endDate: string;
  }[];
  readonly skills: readonly { readonly name: string; readonly level: string; readonly keywords: readonly string[] }[];
  readonly languages: readonly { readonly language: string; readonly fluency: string }[];
};

type SeedWork = {
  readonly name: string;
  readonly position: string;
  readonly description: string;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly highlights: readonly string[];
};

export interface About {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly city: string;
  readonly countryCode: string;
}

const LEVELS = ['Working knowledge', 'Solid', 'Solid', 'Expert'];
const UNIVERSITIES = {
  GB: [
    'University of Leeds',
    'University of Sheffield',
    'Northumbria University',
    'University of York',
    'Open University',
  ],
  DE: ['Universität Hamburg', 'HAW Hamburg', 'Universität Bremen', 'FH Kiel', 'Technische Hochschule Lübeck'],
} as const;
const MONTHS_A_YEAR = 12;

/** A resume that fits a career; the last position goes on, or ended a while ago. */
export function createResume(dice: Dice, career: Career, about: About, today: number): SeedResume {
  const years = dice.whole(...career.years);
  const work = workHistory(dice, career, years, today);
  const { city, countryCode, ...contact } = about;
  return {
    basics: {
      ...contact,
      label: work[0]?.position ?? career.ladder[0] ?? '',
      summary: dice.pick(career.summaries).replace('{years}', String(years)),
      location: { city, countryCode },
    },
    work,
    education: [education(dice, career, years, today)],
    skills: dice.some(career.skills, dice.whole(3, 5)).map(({ name, keywords }) => ({
      name,
      level: dice.pick(LEVELS),
      keywords: dice.some(keywords, dice.whole(1, 3)),
    })),
    languages: languagesOf(dice, countryCode),
  };
}

/** The newest position first, without gaps; titles rise with the years. */
function workHistory(dice: Dice, career: Career, years: number, today: number): readonly SeedWork[] {
  const jobs = Math.max(1, Math.min(3, Math.round(years / dice.between(2.5, 4))));
  const top = Math.min(career.ladder.length, Math.max(jobs, Math.ceil(years / 3)));
  const months = (years * MONTHS_A_YEAR) / jobs;
  const ongoing = dice.chance(0.8);
  const employers = dice.some(career.employers, jobs);
  return employers.map((employer, index) => ({
    ...employer,
    position: career.ladder[Math.max(0, top - 1 - index)] ?? '',
    startDate: monthBefore(today, months * (index + 1)),
    endDate: index === 0 ? (ongoing ? null : monthBefore(today, dice.whole(1, 5))) : monthBefore(today, months * index),
    highlights: dice
      .some(career.highlights, dice.whole(1, 2))
      .map((text) => text.replace('{number}', String(dice.whole(8, 60)))),
  }));
}

function education(dice: Dice, career: Career, years: number, today: number): SeedResume['education'][number] {
  const { studyType, area } = dice.pick(career.studies);
  const end = new Date(today).getUTCFullYear() - years - 1;
  const institution = dice.pick(UNIVERSITIES[career.region]);
  return { institution, area, studyType, startDate: String(end - 3), endDate: String(end) };
}

function languagesOf(dice: Dice, countryCode: string): SeedResume['languages'] {
  const german = { language: 'German', fluency: countryCode === 'DE' ? 'Native speaker' : dice.pick(['B2', 'C1']) };
  const native = countryCode === 'GB' || countryCode === 'IE' ? 'Native speaker' : dice.pick(['B2', 'C1', 'C2']);
  const english = { language: 'English', fluency: native };
  if (countryCode === 'DE') return [german, english];
  if (countryCode === 'DK') return [{ language: 'Danish', fluency: 'Native speaker' }, german, english];
  return dice.chance(0.15) ? [english, german] : [english];
}

/** @returns `2024-05`: the month that many months before */
function monthBefore(today: number, months: number): string {
  const date = new Date(today);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - Math.round(months));
  return date.toISOString().slice(0, 7);
}
