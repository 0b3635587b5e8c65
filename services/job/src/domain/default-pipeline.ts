import type { StageDraft } from './stage.ts';

/** The pipeline of a job that is made without stages. Time limits are those that most companies promise. */
export const DEFAULT_PIPELINE: readonly StageDraft[] = [
  { name: 'Sourced', kind: 'LEAD', slaHours: null },
  { name: 'Application review', kind: 'REVIEW', slaHours: 72 },
  { name: 'Screening call', kind: 'SCREEN', slaHours: 120 },
  { name: 'Assessment', kind: 'ASSESSMENT', slaHours: 168 },
  { name: 'Interview', kind: 'INTERVIEW', slaHours: 240 },
  { name: 'Offer', kind: 'OFFER', slaHours: 120 },
  { name: 'Hired', kind: 'HIRED', slaHours: null },
];

export const HIRED_STAGE: StageDraft = { name: 'Hired', kind: 'HIRED', slaHours: null };
