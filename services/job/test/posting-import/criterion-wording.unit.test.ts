import { describe, expect, it } from '@jest/globals';
import { importPosting } from '../../src/domain/posting-import/import-posting.ts';
import type { ImportedCriterion } from '../../src/domain/posting-import/imported-posting.ts';

function criteriaUnder(heading: string, ...lines: string[]): readonly ImportedCriterion[] {
  return importPosting({ text: ['Job title: Gardener', '', heading, ...lines].join('\n') }).criteria;
}

const weightOf = (heading: string, line: string): number | undefined => criteriaUnder(heading, line)[0]?.weight;

describe('years', () => {
  it.each([
    ['8+ years of experience', 8],
    ['8 + years', 8],
    ['8+ Yrs in gardens', 8],
    ['5yrs of roses', 5],
    ['at least 5 years', 5],
    ['a minimum of five years', 5],
    ['3-5 years', 3],
    ['3 – 5 years', 3],
    ['3 to 5 years', 3],
    ['between 3 and 5 years', 3],
    ['five (5) years', 5],
    ['5 or more full years', 5],
    ['more than two years', 2],
    ['2.5 years', 2],
    ['ten or more years', 10],
    ['18 months of experience', 1],
    ['A degree, or 4 years of experience', 4],
    ['2 years with roses and 5 years with bees', 2],
    ['mindestens 5 Jahre Berufserfahrung', 5],
    ['mehr als drei Jahren', 3],
    ['5-jährige Erfahrung', 5],
    ['fünfjährige Erfahrung', 5],
    ['3 bis 5 Jahre', 3],
    ["au moins cinq ans d'expérience", 5],
    ['3 à 5 années', 3],
    ['entre 3 et 5 ans', 3],
    ['al menos tres años', 3],
    ['más de 4 años', 4],
  ])('are read from "%s"', (line, years) => {
    expect(criteriaUnder('Requirements', `- ${line}`)[0]?.minimumYears).toBe(years);
  });

  it.each([
    'many years of experience',
    'up to 3 years of experience',
    'less than 2 years',
    'plans for the next 5 years',
    'in the last 3 years',
    'at least 18 years old',
    'a 2-year contract',
    'a 4-year degree',
    '0-2 years',
    '24/7 on call',
    'Java 8, and years of it',
    'roses of 1950 years',
    'bis zu 3 Jahre',
    '6 months in a garden',
  ])('are not read from "%s"', (line) => {
    expect(criteriaUnder('Requirements', `- ${line}`)[0]?.minimumYears).toBeNull();
  });
});

describe('weights', () => {
  it('fall from must through qualification to the rest, and wishes come last', () => {
    const weights = ['Must have', 'Qualifications', 'Skills', 'Nice to have'].map((heading) =>
      weightOf(heading, '- Roses'),
    );
    expect(weights).toEqual([5, 4, 3, 1]);
    expect(weightOf('Responsibilities', '- Water the roses')).toBe(3);
    expect(weightOf('Mindset', 'You are patient.')).toBe(3);
  });

  it.each([
    'Roses are a big plus',
    'Experience with roses, bees, and soil is a plus.',
    'Ideally you know roses',
    'Roses (nice to have)',
    'Roses – a plus',
    'Roses (but only as a plus)',
    'Roses, which would be a plus',
    'Roses; nice to have',
    'Nice to have: roses; bees',
    'Bee keeping preferred',
    'Erfahrung mit Rosen ist von Vorteil',
    'Rosen sind ein Plus',
    'La connaissance des roses serait un plus',
    'Se valorará experiencia con rosas',
  ])('are low for the wish "%s"', (line) => {
    expect(weightOf('Qualifications', `- ${line}`)).toBe(1);
    expect(criteriaUnder('Must have', `- ${line}`)[0]).toMatchObject({ kind: 'QUALIFICATION', weight: 1 });
  });

  it.each([
    'At home in glasshouses; experience outdoors is a plus',
    'At home in glasshouses (experience outdoors is a plus)',
    'At home in glasshouses. Experience outdoors is a plus.',
    '5+ years with roses, bees are a plus',
    'Experience with roses, ideally in a public garden',
    'At home in glasshouses (orchids are a plus)',
    'At home in glasshouses – compost a plus',
    'Advantages of compost',
  ])('stay as the section gives them where only the tail is a wish: "%s"', (line) => {
    const criteria = criteriaUnder('Qualifications', `- ${line}`);
    expect(criteria.map(({ text, weight }) => [text, weight])).toEqual([[line, 4]]);
  });

  it('stay low in a sentence that goes on from a wish, and not in the next', () => {
    const criteria = criteriaUnder('Qualifications', 'Bees are a plus. So is compost. You know roses.');
    expect(criteria.map(({ weight }) => weight)).toEqual([1, 1, 4]);
  });

  it('rise for a qualification that is called required', () => {
    expect(weightOf('Qualifications', '- A driving licence is required')).toBe(5);
    expect(weightOf('Qualifications', '- A driving licence is not required')).toBe(1);
  });

  it('follow a lead-in that calls its list a plus', () => {
    expect(criteriaUnder('Skills', 'It is a plus if you know:', '- Roses')[0]).toMatchObject({
      kind: 'QUALIFICATION',
      weight: 1,
    });
  });
});

describe('sentences', () => {
  it.each([
    ['You know tools, e.g. Shears and spades. You like bees.', 2],
    ['You write Node.js and C#. You know the U.S. Market well.', 2],
    ['You lived in the U.S. You know roses.', 2],
    ['You know .NET 3.5 and version 4. You like it.', 2],
    ['You know Dr. Green. You know roses, bees, etc. You dig.', 3],
    ['You ask “why?” and “how?” before you dig. You listen!', 2],
    ['You make things “work.” You care.', 2],
    ['Du kennst z. B. Rosen. Du beginnst am 15. März.', 2],
    ['You wait... and then you dig. You rest…', 2],
    ['你喜欢玫瑰。你认识蜜蜂。', 2],
  ])('are divided rightly in "%s"', (prose, count) => {
    const criteria = criteriaUnder('Qualifications', prose);
    expect(criteria).toHaveLength(count);
    expect(
      criteria
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(' ', ''),
    ).toBe(prose.replaceAll(' ', ''));
  });
});
