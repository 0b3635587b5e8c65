/** What people of the sample company write. No names: these notes stand beside many. */
export const MOVE_NOTES = [
  'Clear resume, worth a call.',
  'Good call, wants to know more about the team.',
  'Careful work, and on time.',
  'Convinced two of us.',
  'Salary fits, can start in two months.',
] as const;

export const BACK_NOTE = 'Two questions were left open; let us talk once more before we go on.';
export const SKIP_NOTE = 'Known from a conference; straight to the talk with the team.';
export const TRANSFER_NOTE = 'Would rather look after customers than win them, and would be good at it.';
export const UNREJECT_NOTE = 'Turned down too soon: the reference speaks for another look.';
export const WITHDRAW_NOTE = 'Told us by phone: stays with the present employer.';

export const REJECT_NOTES = [
  'Friendly talk, but not the depth that we need.',
  'Less experience than it looked like.',
  'Would suit a larger team.',
  'Close; ask again next year.',
] as const;

export const SCORECARD_NOTES = {
  good: [
    'Asked better questions than we did. Knows the limits of what they built.',
    'Calm, exact, and funny about their own mistakes.',
    'Explained a hard thing in three sentences. I would like to work with them.',
    'Strong in the matter, a little quick in the conversation.',
  ],
  poor: [
    'Stayed general, even when asked twice.',
    'Pleasant, but could not say what they themselves had done.',
    'Knows the tools, less so the reasons.',
    'Interrupted the candidate questions of the other interviewer more than once.',
  ],
} as const;

export const RATING_NOTES = {
  good: ['Gave a convincing example.', 'More than we ask for.', 'Did this for years.'],
  poor: ['No example came.', 'Has read about it.', 'Would need a year.'],
} as const;

export const AMEND_NOTE = 'After a night’s sleep: I weighed one answer too heavily. The rest stands.';
export const MEETING_PLACES = [
  'Leeds, room Aire',
  'Hamburg, room Alster',
  'https://meet.larkfield.example/hiring',
  'https://meet.larkfield.example/team',
] as const;
export const TAGS = ['keep in touch', 'strong second', 'relocation'] as const;
