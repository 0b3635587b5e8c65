import { describe, expect, it } from '@jest/globals';
import { importPosting } from '../../src/domain/posting-import/import-posting.ts';

/** Kind and text of each criterion of a posting whose title is out of the way. */
function criteriaOf(...lines: string[]): [string, string][] {
  const { criteria } = importPosting({ text: ['Job title: Gardener', '', ...lines].join('\n') });
  return criteria.map((criterion) => [criterion.kind, criterion.text]);
}

describe('headings', () => {
  it.each([
    ['a short line', ['Requirements']],
    ['a short line with a colon', ['Requirements:']],
    ['capitals', ['REQUIREMENTS']],
    ['markdown', ['## Requirements']],
    ['closed markdown', ['## Requirements ##']],
    ['markdown without a space', ['##Requirements']],
    ['bold', ['**Requirements**']],
    ['bold with a colon', ['**Requirements:**']],
    ['bold by underscores', ['__Requirements__']],
    ['underlining', ['Requirements', '------------']],
    ['double underlining', ['Requirements', '====']],
    ['a frame of signs', ['=== Requirements ===']],
    ['square brackets', ['[ Requirements ]']],
    ['an emoji', ['🎯 Requirements']],
    ['a number', ['2. Requirements']],
    ['words around the phrase', ['Your key requirements']],
    ['another apostrophe', ["What you'll need"]],
    ['a question mark', ['What do you need to have?']],
  ])('are recognised by %s', (_manner, heading) => {
    expect(criteriaOf(...heading, '- Green fingers', '', 'Benefits', '- Free apples')).toEqual([
      ['MUST_HAVE', 'Green fingers'],
    ]);
  });

  it('open the section that they name, in four languages', () => {
    const kindUnder = (heading: string): string | undefined =>
      criteriaOf(heading, '- Etwas / quelque chose / algo')[0]?.[0];
    const headings = {
      MUST_HAVE: ['Must have', 'Voraussetzungen', 'Prérequis', 'Requisitos mínimos'],
      QUALIFICATION: ['What we’re looking for', 'Das bringst du mit', 'Votre profil', 'Lo que buscamos'],
      SKILL: ['Technical skills', 'Deine Kenntnisse', 'Compétences', 'Habilidades técnicas'],
      MINDSET: ['Leadership mindset', 'Deine Persönlichkeit', 'Savoir-être', 'Actitud'],
      RESPONSIBILITY: ['What you’ll do', 'Deine Aufgaben', 'Vos missions', '¿Qué harás?'],
    };
    for (const [kind, names] of Object.entries(headings)) {
      expect(names.map(kindUnder)).toEqual(names.map(() => kind));
    }
  });

  it('of the company, its benefits, applying and equal opportunity give no criteria', () => {
    const headings = [
      'About us',
      'About Greenhouse Ltd',
      'What we offer',
      'Perks & benefits',
      'How to apply',
      'Equal opportunity',
      'Why Greenhouse?',
      'Wir bieten',
      'Über uns',
      'Jetzt bewerben',
      'Avantages',
      'Qui sommes-nous ?',
      'Pour postuler',
      'Beneficios',
      'Sobre nosotros',
    ];
    for (const heading of headings) {
      expect(criteriaOf(heading, '- You have 5+ years of experience', 'You will have to love it here.')).toEqual([]);
    }
  });

  it('that we do not know leave each statement to its own wording', () => {
    expect(
      criteriaOf(
        'Life among plants',
        '',
        '- Plan the beds before the frost',
        '- 3 years of experience with orchids',
        '- Sunshine',
        'You will meet bees. We love bees. You’ll water the ferns each morning.',
        'Skills',
        '- Shears',
      ),
    ).toEqual([
      ['RESPONSIBILITY', 'Plan the beds before the frost'],
      ['QUALIFICATION', '3 years of experience with orchids'],
      ['RESPONSIBILITY', 'You’ll water the ferns each morning.'],
      ['SKILL', 'Shears'],
    ]);
  });

  it('that are deeper and unknown divide the section above them', () => {
    expect(criteriaOf('## Skills', '### In the glasshouse', '- Orchids', '**Outdoors**', '- Hedges')).toEqual([
      ['SKILL', 'Orchids'],
      ['SKILL', 'Hedges'],
    ]);
  });

  it('that lead to a list count for that list only', () => {
    expect(
      criteriaOf('What we’re looking for', 'You are comfortable with:', '- Shears', 'You know your soils.'),
    ).toEqual([
      ['SKILL', 'Shears'],
      ['QUALIFICATION', 'You know your soils.'],
    ]);
  });

  it('may stand in one line with what they announce', () => {
    expect(criteriaOf('Requirements: a strong back. A driving licence.', '', 'Benefits: apples.')).toEqual([
      ['MUST_HAVE', 'a strong back.'],
      ['MUST_HAVE', 'A driving licence.'],
    ]);
  });

  it('are not seen in items without markers', () => {
    expect(criteriaOf('Skills', 'Communication skills', 'Pruning', 'Languages of flowers')).toEqual([
      ['SKILL', 'Communication skills'],
      ['SKILL', 'Pruning'],
      ['SKILL', 'Languages of flowers'],
    ]);
  });
});

describe('items', () => {
  it.each([
    '- ',
    '* ',
    '+ ',
    '• ',
    '•',
    '– ',
    '— ',
    '· ',
    '▪ ',
    '● ',
    '○ ',
    '‣ ',
    '➤ ',
    '✓ ',
    '✅ ',
    '🌱 ',
    '1. ',
    '1) ',
    '(1) ',
    'a) ',
    '-\t',
    '\t',
    '\t• ',
    '  - ',
    '\u00a0• ',
    '- [ ] ',
    '-',
  ])('are recognised after %j, and the marker is no part of them', (marker) => {
    expect(criteriaOf('Skills', `${marker}Pruning roses`, `${marker}Feeding bees`)).toEqual([
      ['SKILL', 'Pruning roses'],
      ['SKILL', 'Feeding bees'],
    ]);
  });

  it('are one criterion each, however many sentences they have', () => {
    expect(criteriaOf('Skills', '- Pruning. Also in winter.')).toEqual([['SKILL', 'Pruning. Also in winter.']]);
  });

  it('go on over indented lines', () => {
    expect(criteriaOf('Skills', '- Pruning roses', '  and hedges', '- Feeding bees')).toEqual([
      ['SKILL', 'Pruning roses\n  and hedges'],
      ['SKILL', 'Feeding bees'],
    ]);
  });

  it('are told apart when a paste ran them together', () => {
    expect(criteriaOf('Skills', '• Pruning roses • Feeding bees • C#')).toEqual([
      ['SKILL', 'Pruning roses'],
      ['SKILL', 'Feeding bees'],
      ['SKILL', 'C#'],
    ]);
  });

  it('are found when a paste left the marker in a line of its own', () => {
    expect(criteriaOf('Skills', '•', 'Pruning roses', '•', 'Feeding bees').map(([, text]) => text)).toEqual([
      'Pruning roses',
      'Feeding bees',
    ]);
  });

  it('that only announce deeper items are none', () => {
    expect(criteriaOf('Skills', '- Tools such as:', '  - Shears', '  - Spade').map(([, text]) => text)).toEqual([
      'Shears',
      'Spade',
    ]);
  });

  it('count as qualifications in a posting without any section', () => {
    expect(criteriaOf('- Sunshine', '- Plan the beds')).toEqual([
      ['QUALIFICATION', 'Sunshine'],
      ['RESPONSIBILITY', 'Plan the beds'],
    ]);
  });
});

describe('prose', () => {
  it('is joined where a mail program wrapped it, and then divided into sentences', () => {
    const wrapped = [
      'You will look after the glasshouses of three botanical gardens, and',
      'you will do so together with a colleague in each of them. You will',
      'order seeds a year ahead. Each spring you will open the doors to the',
      'schools of the town and show the children what a root can do.',
    ];
    expect(criteriaOf('What you will do', '', ...wrapped).map(([, text]) => text.replace(/\n/gu, ' '))).toEqual([
      'You will look after the glasshouses of three botanical gardens, and you will do so together with a colleague in each of them.',
      'You will order seeds a year ahead.',
      'Each spring you will open the doors to the schools of the town and show the children what a root can do.',
    ]);
  });

  it('about the company and the role is left out of sections that ask', () => {
    expect(
      criteriaOf(
        'What we’re looking for',
        'You know roses. We have grown them since 1950. Our garden is old. At Greenhouse, we care. We expect a steady hand. This is a quiet job.',
      ).map(([, text]) => text),
    ).toEqual(['You know roses.', 'We expect a steady hand.']);
  });

  it('of the opening gives duties and demands, and no praise', () => {
    expect(
      criteriaOf(
        'Greenhouse has 20 years of experience with orchids. You know our roses from your market. Will you join us? You’ll plan the beds. You have a green thumb. Apply now.',
      ),
    ).toEqual([
      ['QUALIFICATION', 'You know our roses from your market.'],
      ['RESPONSIBILITY', 'You’ll plan the beds.'],
      ['QUALIFICATION', 'You have a green thumb.'],
    ]);
  });

  it('of equal opportunity and applying is left out in whatever section it stands', () => {
    expect(
      criteriaOf(
        'Qualifications',
        '- Roses',
        '',
        'We are an equal opportunity employer. Send us your CV. Wir freuen uns auf dich.',
      ),
    ).toEqual([['QUALIFICATION', 'Roses']]);
  });
});

describe('the text', () => {
  it('stays as it is with a BOM, Windows line ends and no-break spaces, and spans count them', () => {
    const text = '\uFEFFHead Gardener\r\n\r\nRequirements\r\n-\u00a0Roses\u00a0\r\n\u00a0\r\n- Bees 🐝 and more\r\n';
    const { body, title, criteria } = importPosting({ text });
    expect(body).toBe(text);
    expect(title).toBe('Head Gardener');
    expect(criteria.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Roses', 'Bees 🐝 and more']);
  });

  it('gives the place, department, hours and remote work that it states', () => {
    const text =
      'Gardener\nLocation: Kew / Remote (UK)\nDepartment: Glasshouses\nEmployment type: Part-time\n\nSkills\n- Roses';
    expect(importPosting({ text })).toMatchObject({
      locations: ['Kew', 'UK'],
      department: 'Glasshouses',
      employmentType: 'PART_TIME',
      remote: true,
    });
    expect(importPosting({ text: 'Gardener\nKew · Full-time · Hybrid\n\nSkills\n- Roses' })).toMatchObject({
      locations: [],
      employmentType: 'FULL_TIME',
      remote: false,
    });
  });

  it('states no such thing by merely mentioning it', () => {
    const posting = importPosting({ text: 'Gardener\n\nSkills\n- Roses in remote places\n- Part-time bees' });
    expect(posting).not.toHaveProperty('remote');
    expect(posting).not.toHaveProperty('employmentType');
  });
});
