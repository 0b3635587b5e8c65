import type { Career } from './career.ts';

export const HEAD_OF_PEOPLE: Career = {
  ladder: ['HR Generalist', 'People Partner', 'Senior People Partner', 'Head of People'],
  skills: [
    { name: 'Pay bands and levels', keywords: ['career frameworks', 'pay equity'] },
    { name: 'Employment law', keywords: ['United Kingdom', 'Germany'] },
    { name: 'Works councils', keywords: ['agreements', 'consultation'] },
    { name: 'Coaching', keywords: ['first-time managers', 'feedback'] },
    { name: 'Hiring plans', keywords: ['workforce planning', 'budgets'] },
    { name: 'Change', keywords: ['mergers', 'new offices'] },
    { name: 'People operations', keywords: ['HRIS', 'onboarding'] },
  ],
  studies: [
    { studyType: 'Master', area: 'Organisational Psychology' },
    { studyType: 'Bachelor', area: 'Law' },
    { studyType: 'Bachelor', area: 'Business Administration' },
    { studyType: 'Master', area: 'Human Resource Management' },
  ],
  employers: [
    { name: 'Benchmark Labs', description: 'Makes laboratory software; grew from 60 to 240 people' },
    { name: 'Ashdown Pumps', description: 'A family-owned manufacturer of pumps' },
    { name: 'Korb & Crate', description: 'An online grocer in two countries' },
    { name: 'Voltvan', description: 'A scale-up for electric vans' },
  ],
  summaries: [
    'Has seen a company double in size, and stayed to mend what that cost. {years} years in people work.',
    '{years} years in people work in Britain and Germany.',
    'People leader, {years} years; tells the truth kindly.',
  ],
  highlights: [
    'Wrote the first career framework for {number} people',
    'Led the people side of a merger with {number} colleagues',
    'Negotiated {number} works council agreements',
    'Coached {number} managers in their first year',
    'Opened an office abroad within {number} months',
  ],
  region: 'GB',
  years: [10, 24],
};
