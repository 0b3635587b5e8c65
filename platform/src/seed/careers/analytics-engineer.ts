import type { Career } from './career.ts';

export const ANALYTICS_ENGINEER: Career = {
  ladder: ['Data Analyst', 'BI Developer', 'Data Engineer', 'Analytics Engineer'],
  skills: [
    { name: 'SQL', keywords: ['window functions', 'query plans', 'reviews'] },
    { name: 'dbt', keywords: ['tests', 'macros', 'exposures'] },
    { name: 'Python', keywords: ['pandas', 'notebooks', 'Airflow'] },
    { name: 'BigQuery', keywords: ['partitioning', 'cost control'] },
    { name: 'Snowflake', keywords: ['streams', 'tasks'] },
    { name: 'Dashboards', keywords: ['Looker', 'Metabase', 'Power BI'] },
    { name: 'Statistics', keywords: ['confidence intervals', 'experiments'] },
    { name: 'Git', keywords: ['code review', 'continuous integration'] },
    { name: 'Reverse ETL', keywords: ['Census', 'Hightouch'] },
    { name: 'Operations research', keywords: ['vehicle routing', 'scheduling'] },
  ],
  studies: [
    { studyType: 'Bachelor', area: 'Mathematics' },
    { studyType: 'Master', area: 'Statistics' },
    { studyType: 'Bachelor', area: 'Economics' },
    { studyType: 'Master', area: 'Data Science' },
    { studyType: 'Bachelor', area: 'Geography' },
  ],
  employers: [
    { name: 'Parcelbeck', description: 'Delivers parcels in twelve cities' },
    { name: 'Wattwise', description: 'A price comparison site for energy' },
    { name: 'Clubcard & Co', description: 'Runs loyalty cards for supermarkets' },
    { name: 'Spoke North', description: 'Bike sharing in the north of England' },
    { name: 'Pawsure', description: 'An insurer for pets' },
  ],
  summaries: [
    'Turns tables that nobody trusts into ones that people argue with; {years} years.',
    'Analytics engineer, {years} years. Tests first, dashboards second.',
    '{years} years between analysts and engineers, at home with both.',
  ],
  highlights: [
    'Rebuilt {number} reports as tested dbt models',
    'Brought the warehouse bill down by {number} percent',
    'Agreed one definition of an active customer across {number} teams',
    'Retired {number} dashboards that nobody opened',
    'Found a double count that had stood for {number} months',
    'Made the nightly run {number} minutes shorter',
  ],
  region: 'GB',
  years: [2, 12],
};
