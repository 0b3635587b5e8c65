import type { Career } from './career.ts';

export const PRODUCT_DESIGNER: Career = {
  ladder: ['Visual Designer', 'UX Designer', 'Product Designer', 'Senior Product Designer'],
  skills: [
    { name: 'Interaction design', keywords: ['keyboard first', 'data-dense interfaces'] },
    { name: 'Prototyping', keywords: ['Figma', 'code prototypes'] },
    { name: 'User research', keywords: ['interviews', 'field visits', 'usability tests'] },
    { name: 'Design systems', keywords: ['tokens', 'component libraries'] },
    { name: 'Accessibility', keywords: ['WCAG 2.2', 'screen readers'] },
    { name: 'Front end', keywords: ['HTML', 'CSS', 'TypeScript'] },
    { name: 'Information design', keywords: ['tables', 'timelines', 'maps'] },
    { name: 'Mentoring', keywords: ['critique', 'pairing'] },
  ],
  studies: [
    { studyType: 'Bachelor', area: 'Interaction Design' },
    { studyType: 'Master', area: 'Human-Computer Interaction' },
    { studyType: 'Bachelor', area: 'Graphic Communication' },
    { studyType: 'Bachelor', area: 'Psychology' },
    { studyType: 'Bachelor', area: 'Architecture' },
  ],
  employers: [
    { name: 'Towerglass', description: 'Makes software for air traffic control rooms' },
    { name: 'Ledgerfolk', description: 'A bank for freelancers' },
    { name: 'Wardround', description: 'Hospital rosters as a service' },
    { name: 'Studio Plainspoken', description: 'An agency for public services' },
    { name: 'Binday', description: 'Route planning for waste collection' },
  ],
  summaries: [
    'Designs tools that people stare at all day, and likes to sit beside them. {years} years.',
    'Product designer, {years} years, most of them with tables and timelines.',
    '{years} years from sketch to release; keeps the discarded versions.',
  ],
  highlights: [
    'Redesigned a scheduling board that {number} dispatchers use',
    'Ran {number} field visits and brought the findings into the roadmap',
    'Built a component library of {number} components, all usable by keyboard',
    'Cut the time for a common task by {number} percent',
    'Mentored {number} designers',
    'Took a legacy product to WCAG 2.2 AA in {number} months',
  ],
  region: 'GB',
  years: [3, 15],
};
