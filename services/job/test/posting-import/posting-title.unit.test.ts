import { describe, expect, it } from '@jest/globals';
import { importPosting } from '../../src/domain/posting-import/import-posting.ts';

const titleOf = (text: string): string => importPosting({ text }).title;

describe('the title', () => {
  it.each([
    ["We're looking for a Senior Garden Engineer who loves roses.", 'Senior Garden Engineer'],
    ['We’re looking for a Senior Garden Team Lead to join us.', 'Senior Garden Team Lead'],
    ['Greenhouse is hiring an experienced, kind Rose Analyst in Kew.', 'Rose Analyst'],
    ['Greenhouse seeks a Sr. C++ Developer with roses.', 'Sr. C++ Developer'],
    ['We are looking for a Node.js Engineer.', 'Node.js Engineer'],
    ['We are looking for a .NET Developer.', '.NET Developer'],
    ['We are hiring a Software Engineer in Test for our robots.', 'Software Engineer in Test'],
    ['We need a senior rose designer who draws.', 'Senior rose designer'],
    ['We are looking for someone kind. As a Rose Planner, you will plan.', 'Rose Planner'],
    ['Join us as our next Head of Roses and grow.', 'Head of Roses'],
    ['Wir suchen zum nächstmöglichen Zeitpunkt eine engagierte Gartenleiterin (m/w/d) für Kew.', 'Gartenleiterin'],
    ['Nous recherchons un Responsable des roses pour notre serre.', 'Responsable des roses'],
    ['Buscamos una Ingeniera de Datos para nuestro equipo.', 'Ingeniera de Datos'],
  ])('is found in the sentence "%s"', (text, title) => {
    expect(titleOf(`${text}\n\nSkills\n- Roses`)).toBe(title);
  });

  it.each([
    ['Job title: Rose Engineer', 'Rose Engineer'],
    ['**Position:** Rose Engineer', 'Rose Engineer'],
    ['Stellenbezeichnung: Gärtner (m/w/d)', 'Gärtner'],
    ['Intitulé du poste : Chargée de roses (H/F)', 'Chargée de roses'],
    ['# Rose Engineer', 'Rose Engineer'],
    ['# 🌹 Rose Engineer (f/m/x)', 'Rose Engineer'],
    ['**Rose Engineer | Kew**', 'Rose Engineer'],
    ['ROSE ENGINEER\n=============', 'ROSE ENGINEER'],
    ['Rose Engineer – Remote', 'Rose Engineer'],
    ['Rose Engineer - Platform', 'Rose Engineer - Platform'],
    ['Rose Engineer (Full-time)', 'Rose Engineer'],
    ['Rose Engineer at Greenhouse', 'Rose Engineer'],
    ['Greenhouse Ltd\n\nRose Engineer', 'Rose Engineer'],
    ['We are hiring a Rose Engineer!', 'Rose Engineer'],
    ['Chief Bee Whisperer', 'Chief Bee Whisperer'],
    ['Bee Whisperer', 'Bee Whisperer'],
  ])('is found in the line "%s"', (line, title) => {
    expect(titleOf(`${line}\n\nWe grow things in Kew.\n\nSkills\n- Roses`)).toBe(title);
  });

  it('prefers what is labelled, then a heading that names a role, then the sentence', () => {
    expect(titleOf('Rose Engineer\n\nJob title: Bee Engineer\n\nSkills\n- Roses')).toBe('Bee Engineer');
    expect(titleOf('Rose Engineer\n\nWe are looking for a Bee Engineer.\n\nSkills\n- Roses')).toBe('Rose Engineer');
    expect(titleOf('Greenhouse\n\nWe are looking for a Bee Engineer.\n\nSkills\n- Roses')).toBe('Bee Engineer');
  });
});
