import { describe, expect, it } from '@jest/globals';
import { importPosting } from '../../src/domain/posting-import/import-posting.ts';

const posting = (fields: object): object => ({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Gardener',
  ...fields,
});
const criteriaOf = (fields: object): [string, string][] =>
  importPosting({ jsonLd: posting(fields) }).criteria.map((criterion) => [criterion.kind, criterion.text]);
const bodyOf = (description: string): string => importPosting({ jsonLd: posting({ description }) }).body;

describe('JSON-LD', () => {
  it('is read as an object, as text, in an array, in a graph and in a script element alike', () => {
    const object = posting({ description: '<h2>Skills</h2><ul><li>Roses</li></ul>' });
    const json = JSON.stringify(object);
    const forms = [
      object,
      json,
      `\uFEFF${json}`,
      `[{"@type":"Organization"},${json}]`,
      `{"@graph":[{"@type":"WebPage"},${json}]}`,
      `<script type="application/ld+json">\n${json}\n</script>`,
      json.replace('"JobPosting"', '["Thing","http://schema.org/JobPosting"]'),
    ];
    for (const jsonLd of forms) {
      expect(importPosting({ jsonLd })).toEqual(importPosting({ jsonLd: object }));
    }
    expect(importPosting({ jsonLd: object }).criteria).toMatchObject([{ kind: 'SKILL', text: 'Roses' }]);
  });

  it('gives what its fields say outright', () => {
    expect(
      importPosting({
        jsonLd: posting({
          title: 'Rose &amp; Bee Gardener (m/w/d)',
          description: '<p>Roses.</p>',
          employmentType: ['OTHER', 'PART_TIME'],
          jobLocationType: 'TELECOMMUTE',
          jobLocation: [
            {
              '@type': 'Place',
              address: { addressLocality: 'Kew', addressRegion: 'London', addressCountry: { name: 'UK' } },
            },
            { '@type': 'Place', address: 'Wisley' },
          ],
          hiringOrganization: { name: 'Greenhouse', department: { name: 'Glasshouses' } },
        }),
      }),
    ).toMatchObject({
      title: 'Rose & Bee Gardener',
      employmentType: 'PART_TIME',
      remote: true,
      locations: ['Kew, London, UK', 'Wisley'],
      department: 'Glasshouses',
    });
    const kinds = ['FULL_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'full-time'];
    expect(
      kinds.map(
        (employmentType) => importPosting({ jsonLd: posting({ employmentType, description: 'Roses' }) }).employmentType,
      ),
    ).toEqual(['FULL_TIME', 'CONTRACT', 'TEMPORARY', 'INTERNSHIP', 'FULL_TIME']);
  });

  it('takes responsibilities, qualifications, skills, experience and education that the description leaves out', () => {
    expect(
      criteriaOf({
        description: '<p>We grow roses.</p>',
        responsibilities: '<ul><li>Water the roses</li><li>Feed the bees</li></ul>',
        qualifications: 'A steady hand',
        skills: ['Pruning', { '@type': 'DefinedTerm', name: 'Grafting' }],
        experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 36 },
        educationRequirements: { '@type': 'EducationalOccupationalCredential', credentialCategory: 'bachelor degree' },
      }),
    ).toEqual([
      ['RESPONSIBILITY', 'Water the roses'],
      ['RESPONSIBILITY', 'Feed the bees'],
      ['QUALIFICATION', 'A steady hand'],
      ['SKILL', 'Pruning'],
      ['SKILL', 'Grafting'],
      ['QUALIFICATION', 'bachelor degree'],
      ['QUALIFICATION', 'At least 3 years of experience'],
    ]);
  });

  it('asks nothing twice', () => {
    const description =
      '<h3>Requirements</h3><ul><li>3+ years of experience with roses</li><li>A steady hand in glasshouses</li></ul>';
    expect(
      criteriaOf({
        description,
        qualifications: 'a steady hand in glasshouses',
        experienceRequirements: { monthsOfExperience: 36 },
      }),
    ).toEqual(criteriaOf({ description }));
  });

  it('reads months as whole years, rounded down', () => {
    const years = (monthsOfExperience: number): number | null | undefined =>
      importPosting({ jsonLd: posting({ description: 'Roses', experienceRequirements: { monthsOfExperience } }) })
        .criteria[0]?.minimumYears;
    expect([12, 30, 60, 6].map(years)).toEqual([1, 2, 5, null]);
  });

  it('gives each item of a list in one field', () => {
    expect(criteriaOf({ description: 'Roses', skills: 'Pruning, Grafting, Bees' }).map(([, text]) => text)).toEqual([
      'Pruning',
      'Grafting',
      'Bees',
    ]);
  });
});

describe('HTML in a description', () => {
  it('becomes text with paragraphs, lines and items', () => {
    expect(
      bodyOf(
        '<div><p>One<br/>two</p>\n <ul>\n<li><p>three</p></li> <li>four <b>five</b></li></ul><ol><li>six</ol>seven</div>',
      ),
    ).toBe('One\ntwo\n\n- three\n- four five\n\n1. six\n\nseven');
  });

  it('has its entities decoded, once', () => {
    expect(
      bodyOf(
        '<p>R&amp;D &ndash; caf&eacute; &#8220;x&#x201D; &euro;5 &amp;lt; &nbsp;y &hellip; &#146;s &copy 3 &lt; 5 &bogus; &#0;</p>',
      ),
    ).toBe('R&D – café “x” €5 &lt; \u00a0y … ’s © 3 < 5 &bogus; \ufffd');
  });

  it('is unescaped first when it was escaped as a whole', () => {
    expect(bodyOf('&lt;p&gt;Roses &amp;amp; bees&lt;/p&gt;&lt;p&gt;Soil&lt;/p&gt;')).toBe('Roses & bees\n\nSoil');
  });

  it('stays as it is when it is no HTML at all', () => {
    expect(bodyOf('Roses\n\n- 3 < 5\n- A & B')).toBe('Roses\n\n- 3 < 5\n- A & B');
  });

  it('loses scripts, styles, comments and attributes with what they contain', () => {
    expect(
      bodyOf(
        '<p title="a > b">One</p><script>if (a < b) "</p>"</script><style>p{}</style><!-- two > --><p data-x=\'>\'>three</p>',
      ),
    ).toBe('One\n\nthree');
  });

  it('survives tags that never end', () => {
    expect(bodyOf('<p>One<p')).toBe('One');
    expect(bodyOf('<p>One<!-- two')).toBe('One');
    expect(bodyOf('<p>One<script>two')).toBe('One');
  });

  it('keeps its headings, in heading tags and in bold, even if their words are unknown', () => {
    expect(
      criteriaOf({
        description:
          '<p><strong>Requirements</strong></p><ul><li>Roses</li></ul><h2>Sunshine for everybody</h2><ul><li>Apples</li></ul>',
      }),
    ).toEqual([['MUST_HAVE', 'Roses']]);
  });
});
