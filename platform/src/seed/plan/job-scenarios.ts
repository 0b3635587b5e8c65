import type { JobScenario, PathStep } from './job-scenario.ts';

const REVIEW: PathStep = { stage: 'REVIEW', pass: 0.36, days: [0.4, 8], interviews: 0, minutes: 0 };
const SCREEN: PathStep = { stage: 'SCREEN', pass: 0.52, days: [2, 10], interviews: 0.15, minutes: 30 };
const ASSESSMENT: PathStep = { stage: 'ASSESSMENT', pass: 0.6, days: [4, 11], interviews: 0, minutes: 0 };
const INTERVIEW: PathStep = { stage: 'INTERVIEW', pass: 0.4, days: [1, 3], interviews: 1, minutes: 60 };
const TEAM: PathStep = { stage: 'TEAM', pass: 0.5, days: [1, 2], interviews: 1, minutes: 90 };
const OFFER: PathStep = { stage: 'OFFER', pass: 0.15, days: [2, 8], interviews: 0, minutes: 0 };

/** The sample company's jobs, the oldest first. */
export const JOB_SCENARIOS: readonly JobScenario[] = [
  {
    key: 'platform-engineer',
    importedDaysAgo: 208,
    recruiter: 'rashid',
    manager: 'hanna',
    interviewers: ['ines', 'ivan', 'imani'],
    seats: 3,
    applicants: 85,
    returning: 7,
    sourced: 0.12,
    pipeline: [
      { change: 'update', stage: 'ASSESSMENT', name: 'System design exercise', slaHours: 168 },
      { change: 'update', stage: 'INTERVIEW', name: 'Technical interview', slaHours: 240 },
      { change: 'add', stage: 'TEAM', name: 'Team interview', kind: 'INTERVIEW', position: 5 },
    ],
    path: [REVIEW, SCREEN, ASSESSMENT, INTERVIEW, TEAM, OFFER],
    questions: [
      { text: 'Are you allowed to work in the United Kingdom?', type: 'YES_NO', answers: ['yes', 'yes', 'yes', 'no'] },
      {
        text: 'Which system did you keep alive?',
        type: 'TEXT',
        answers: [
          'The booking system of a railway: 4,000 requests a second on a Friday afternoon.',
          'A PostgreSQL cluster that everybody was afraid of. It is boring now.',
          'A pipeline for video, with one disk too few.',
          'The phone lines of an emergency locksmith.',
        ],
      },
    ],
    interviewQuestions: [
      'Tell us about an incident that you led. What did you write down afterwards?',
      'Here is a flame graph. What would you look at first?',
      'When did you last delete something, and how did you know that nobody needed it?',
    ],
    hires: [
      { appliedDaysAgo: 176, takenBack: false },
      { appliedDaysAgo: 126, takenBack: true },
    ],
    ending: null,
  },
  {
    key: 'account-executive',
    importedDaysAgo: 194,
    recruiter: 'rosa',
    manager: 'hugo',
    interviewers: ['imani', 'ivan'],
    seats: 1,
    applicants: 66,
    returning: 3,
    sourced: 0.1,
    pipeline: [{ change: 'update', stage: 'ASSESSMENT', name: 'Role play', slaHours: 120 }],
    path: [REVIEW, { ...SCREEN, interviews: 0.25 }, ASSESSMENT, INTERVIEW, OFFER],
    questions: [
      { text: 'Do you have a driving licence (class B)?', type: 'YES_NO', answers: ['yes', 'yes', 'yes', 'yes', 'no'] },
    ],
    interviewQuestions: [
      'Sell us the planning board. We own a company with thirty technicians and no patience.',
      'Which deal did you lose last, and whose fault was it?',
      'What do you do in the first week in a new territory?',
    ],
    hires: [{ appliedDaysAgo: 146, takenBack: false }],
    ending: { kind: 'close' },
  },
  {
    key: 'analytics-engineer',
    importedDaysAgo: 160,
    recruiter: 'rashid',
    manager: 'hanna',
    interviewers: ['ivan', 'imani'],
    seats: 2,
    applicants: 62,
    returning: 6,
    sourced: 0.1,
    pipeline: [{ change: 'update', stage: 'ASSESSMENT', name: 'SQL exercise', slaHours: 96 }],
    path: [REVIEW, SCREEN, ASSESSMENT, INTERVIEW, OFFER],
    questions: [],
    interviewQuestions: [
      'Two dashboards show two numbers for one thing. What do you do before lunch?',
      'Explain a confidence interval to a dispatcher.',
      'Which test did you write last, and what did it find?',
    ],
    hires: [{ appliedDaysAgo: 110, takenBack: false }],
    ending: null,
  },
  {
    key: 'customer-success-manager',
    importedDaysAgo: 128,
    recruiter: 'rosa',
    manager: 'hugo',
    interviewers: ['imani', 'ines'],
    seats: 1,
    applicants: 40,
    returning: 6,
    sourced: 0.08,
    pipeline: [
      { change: 'update', stage: 'SCREEN', name: 'Telefongespräch', slaHours: 96 },
      { change: 'update', stage: 'INTERVIEW', name: 'Kennenlernen in Hamburg', slaHours: 240 },
      { change: 'retire', stage: 'ASSESSMENT' },
    ],
    path: [REVIEW, SCREEN, INTERVIEW, OFFER],
    questions: [
      { text: 'Ab wann könntest du anfangen?', type: 'TEXT', answers: ['Sofort', 'In drei Monaten', 'Nach Absprache'] },
      { text: 'Wie viele Stunden möchtest du arbeiten?', type: 'NUMBER', answers: ['32', '32', '30', '25', '28'] },
    ],
    interviewQuestions: [
      'Ein Kunde will kündigen und ruft um sechs Uhr morgens an. Wie beginnt das Gespräch?',
      'Wann hast du zuletzt Nein gesagt?',
    ],
    hires: [],
    ending: { kind: 'hold', daysAgo: 13 },
  },
  {
    key: 'product-designer',
    importedDaysAgo: 88,
    recruiter: 'rosa',
    manager: 'hanna',
    interviewers: ['ines', 'imani'],
    seats: 1,
    applicants: 38,
    returning: 4,
    sourced: 0.15,
    pipeline: [{ change: 'update', stage: 'ASSESSMENT', name: 'Portfolio review', slaHours: 120 }],
    path: [REVIEW, SCREEN, { ...ASSESSMENT, interviews: 1, minutes: 45 }, INTERVIEW, OFFER],
    questions: [
      {
        text: 'Where can we see your portfolio?',
        type: 'TEXT',
        answers: ['It is linked in my resume.', 'I will send it on request; most of it is confidential.'],
      },
    ],
    interviewQuestions: [
      'Show us a version that you threw away, and say why.',
      'How would a dispatcher use this table without a mouse?',
      'Whom did you last disagree with, and who was right?',
    ],
    hires: [],
    ending: null,
  },
  {
    key: 'head-of-people',
    importedDaysAgo: 46,
    recruiter: 'rosa',
    manager: 'hugo',
    interviewers: ['imani'],
    seats: 1,
    applicants: 9,
    returning: 0,
    sourced: 1,
    pipeline: [],
    path: [{ ...REVIEW, pass: 0.7 }, { ...SCREEN, pass: 0.7, interviews: 0.6 }, INTERVIEW, OFFER],
    questions: [],
    interviewQuestions: [
      'What did it cost the last company that you saw double in size?',
      'Which policy would you write last?',
    ],
    hires: [],
    ending: null,
  },
];
