import type { Career } from './career.ts';

export const ACCOUNT_EXECUTIVE: Career = {
  ladder: ['Sales Development Representative', 'Inside Sales Manager', 'Account Manager', 'Account Executive'],
  skills: [
    { name: 'Discovery', keywords: ['open questions', 'needs analysis', 'MEDDIC'] },
    { name: 'Negotiation', keywords: ['owners', 'purchasing departments'] },
    { name: 'Salesforce', keywords: ['forecasts', 'dashboards'] },
    { name: 'HubSpot', keywords: ['sequences', 'deal pipeline'] },
    { name: 'Product demonstrations', keywords: ['on site', 'remote'] },
    { name: 'Pipeline building', keywords: ['cold calls', 'trade fairs', 'referrals'] },
    { name: 'Offers and contracts', keywords: ['pricing', 'annual contracts'] },
    { name: 'Field service software', keywords: ['dispatch', 'maintenance contracts'] },
    { name: 'Territory planning', keywords: ['northern Germany', 'Denmark'] },
  ],
  studies: [
    { studyType: 'Bachelor', area: 'Business Administration' },
    { studyType: 'Apprenticeship', area: 'Wholesale and foreign trade' },
    { studyType: 'Bachelor', area: 'International Management' },
    { studyType: 'Apprenticeship', area: 'Plant mechanics' },
  ],
  employers: [
    { name: 'Fahrtenblick', description: 'Sells telematics to vehicle fleets' },
    { name: 'Stundenwerk', description: 'Makes time recording for tradespeople' },
    { name: 'Heizkontor Nord', description: 'Wholesaler of heating technology' },
    { name: 'Lohnbüro 24', description: 'Payroll software for medium-sized companies' },
    { name: 'Kran & Kipper', description: 'Rents out construction machines' },
  ],
  summaries: [
    'Sells software to people who would rather be on a roof than in a demo; {years} years of it.',
    '{years} years in B2B sales, from the first call to the signature.',
    'Learnt a trade first, then sales. {years} years with customers who say what they think.',
  ],
  highlights: [
    'Reached {number} percent of quota, three years in a row',
    'Built a territory of {number} service companies from nothing',
    'Won the largest contract of the year after {number} visits',
    'Brought the average sales cycle down to {number} days',
    'Kept forecasts within ten percent for {number} months',
    'Trained {number} sales development representatives',
  ],
  region: 'DE',
  years: [2, 14],
};
