import { readFileSync } from 'node:fs';
import { type Caller, HiregraphError, type StaffRole } from '@hiregraph/kernel';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import {
  assertCanEver,
  assertCanFilter,
  FIELD_RULES,
  type FieldName,
  FILTER_RULES,
  type FilterName,
  mayDo,
  mayRead,
  MUTATION_RULES,
  type MutationName,
  QUERY_RULES,
  type QueryName,
  STANDINGS,
  type Standing,
} from '../../src/application/access-rules.ts';

const schema = parse(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

/** `Type.field` of an object or input type of the schema. */
function fieldsOf(type: string): string[] {
  for (const definition of schema.definitions) {
    const isObject =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
    if (isObject && definition.name.value === type) {
      return (definition.fields ?? []).map(({ name }) => `${type}.${name.value}`);
    }
  }
  throw new Error(`The schema has no type ${type}.`);
}

const bare = (names: readonly string[]): string[] => names.map((name) => name.slice(name.indexOf('.') + 1));

/** y: may; E: null and FORBIDDEN; n: null without a word. In the order of STANDINGS, as their initials say. */
const COLUMNS = 'ADMIN RECRUITER HIRING_MANAGER COORDINATOR INTERVIEWER ANALYST CANDIDATE ANONYMOUS'.split(' ');

const FIELD_CELLS: Readonly<Record<FieldName, string>> = {
  //                              A R H C I An Ca No
  'Candidate.id': '               y y y y y y y E',
  'Candidate.name': '             y y y y y E y E',
  'Candidate.emails': '           y y y y y E y E',
  'Candidate.phones': '           y y y y y E y E',
  'Candidate.links': '            y y y y y E y E',
  'Candidate.location': '         y y y y y E y E',
  'Candidate.resume': '           y y y y y E y E',
  'Candidate.tags': '             y y y y y E E E',
  'Candidate.source': '           y y y y y E E E',
  'Candidate.applications': '     y y y y y y y E',
  'Candidate.version': '          y y y y y y y E',
  'Candidate.createdAt': '        y y y y y y y E',
  'Candidate.updatedAt': '        y y y y y y y E',
  'Application.id': '             y y y y y y y E',
  'Application.candidate': '      y y y y y y y E',
  'Application.job': '            y y y y y y n n',
  'Application.post': '           y y y y y y y E',
  'Application.stage': '          y y y y y y n n',
  'Application.status': '         y y y y y y y E',
  'Application.source': '         y y y y y E E E',
  'Application.creditedTo': '     y y y y y n n n',
  'Application.answers': '        y y y y y E y E',
  'Application.submission': '     y y y y y E y E',
  'Application.reference': '      y y y y y E y E',
  'Application.appliedAt': '      y y y y y y y E',
  'Application.jobClosedAtSubmission': ' y y y y y y E E',
  'Application.rejection': '      y y y y y E y E',
  'Application.hire': '           y y y y y E E E',
  'Application.opening': '        y y y y y n n n',
  'Application.transitions': '    y y y y y y y E',
  'Application.timeInStage': '    y y y y y y E E',
  'Application.version': '        y y y y y y y E',
  'Application.createdAt': '      y y y y y y y E',
  'Application.updatedAt': '      y y y y y y y E',
  'ApplicationRejection.reason': ' y y y y y n n n',
  'ApplicationRejection.note': '  y y y y y E E E',
  'ApplicationRejection.at': '    y y y y y y y E',
  'ApplicationRejection.by': '    y y y y y n n n',
  'ApplicationRejection.fromStage': ' y y y y y y n n',
  'ApplicationHire.status': '     y y y y y y y E',
  'ApplicationHire.attempt': '    y y y y y y y E',
  'ApplicationHire.refusedBecause': ' y y y y y y y E',
  'StageTransition.sequence': '   y y y y y y y E',
  'StageTransition.kind': '       y y y y y y y E',
  'StageTransition.fromStage': '  y y y y y y n n',
  'StageTransition.toStage': '    y y y y y y n n',
  'StageTransition.occurredAt': ' y y y y y y y E',
  'StageTransition.recordedAt': ' y y y y y y y E',
  'StageTransition.enteredFromAt': ' y y y y y y y E',
  'StageTransition.secondsInFrom': ' y y y y y y y E',
  'StageTransition.direction': '  y y y y y y n n',
  'StageTransition.actor': '      y y y y y y y E',
  'StageTransition.reason': '     y y y y y n n n',
  'StageTransition.note': '       y y y y y E E E',
  'TransitionActor.type': '       y y y y y y y E',
  'TransitionActor.user': '       y y y y y n n n',
  'Job.id': '                     y y y y y y y E',
  'Job.applications': '           y y y y y y n n',
  'Job.stageCounts': '            y y y y y y n n',
  'PipelineStage.id': '           y y y y y y y E',
  'PipelineStage.applications': ' y y y y y y n n',
};

const MUTATION_CELLS: Readonly<Record<MutationName, string>> = {
  //                      A R H C I An Ca No
  submitApplication: '    n n n n n n y y',
  addApplication: '       y y n n n n n n',
  moveApplication: '      y y y n n n n n',
  moveApplications: '     y y y n n n n n',
  rejectApplication: '    y y y n n n n n',
  unrejectApplication: '  y y n n n n n n',
  withdrawApplication: '  y y n n n n y n',
  hireApplication: '      y y y n n n n n',
  unhireApplication: '    y y n n n n n n',
  transferApplication: '  y y n n n n n n',
  createCandidate: '      y y n n n n n n',
  updateCandidate: '      y y n n n n n n',
  tagCandidate: '         y y n n n n n n',
};

const QUERY_CELLS: Readonly<Record<QueryName, string>> = {
  //                 A R H C I An Ca No
  candidate: '       y y y y y y y n',
  candidates: '      y y y y y y n n',
  application: '     y y y y y y y n',
  applications: '    y y y y y y n n',
  myApplications: '  n n n n n n y n',
  applicationFacts: 'n n n n n n n n',
};

const cellsOf = (table: Readonly<Record<string, string>>): [string, Standing, string][] =>
  Object.entries(table).flatMap(([name, row]) =>
    row
      .trim()
      .split(/\s+/u)
      .map((cell, index): [string, Standing, string] => [name, STANDINGS[index] as Standing, cell]),
  );

function outcome(act: () => boolean): string {
  try {
    return !act() ? 'n' : 'y';
  } catch (error) {
    if (error instanceof HiregraphError && error.code === 'FORBIDDEN') return 'E';
    throw error;
  }
}

describe('the rights table', () => {
  it('is complete for every field of the types that this service owns or contributes to', () => {
    const types = [
      'Candidate',
      'Application',
      'ApplicationRejection',
      'ApplicationHire',
      'StageTransition',
      'TransitionActor',
      'Job',
      'PipelineStage',
    ];
    expect(Object.keys(FIELD_RULES).sort()).toEqual(types.flatMap(fieldsOf).sort());
  });

  it('is complete for every mutation, query and filter', () => {
    expect(Object.keys(MUTATION_RULES).sort()).toEqual(bare(fieldsOf('Mutation')).sort());
    expect(Object.keys(QUERY_RULES).sort()).toEqual(bare(fieldsOf('Query')).sort());
    const filters = ['CandidateFilter', 'ApplicationFilter'].flatMap(fieldsOf);
    expect(Object.keys(FILTER_RULES).sort()).toEqual(filters.sort());
  });

  it('has the columns that these tables have', () => {
    expect(STANDINGS).toEqual(COLUMNS);
  });

  it.each(cellsOf(FIELD_CELLS))('%s for %s: %s', (field, standing, cell) => {
    expect(outcome(() => mayRead(new Set([standing]), field as FieldName))).toBe(cell);
  });

  it.each(cellsOf(MUTATION_CELLS))('%s by %s: %s', (mutation, standing, cell) => {
    expect(mayDo(new Set([standing]), mutation as MutationName)).toBe(cell === 'y');
  });

  it.each(cellsOf(QUERY_CELLS))('%s by %s: %s', (query, standing, cell) => {
    const rule: readonly Standing[] = QUERY_RULES[query as QueryName];
    expect(rule.includes(standing)).toBe(cell === 'y');
  });
});

describe('the ceiling of a role', () => {
  const user = (...roles: StaffRole[]): Caller => ({ kind: 'user', tenantId: 't', userId: 'usr_x', roles, name: null });
  const codeOf = (act: () => void): string => {
    try {
      act();
      return 'none';
    } catch (error) {
      return (error as HiregraphError).code;
    }
  };

  it.each<[MutationName, Caller, string]>([
    ['moveApplication', user('HIRING_MANAGER'), 'none'],
    ['moveApplication', user('INTERVIEWER'), 'FORBIDDEN'],
    ['moveApplication', user('ANALYST'), 'FORBIDDEN'],
    ['moveApplication', user('ANALYST', 'RECRUITER'), 'none'],
    ['moveApplication', user(), 'FORBIDDEN'],
    ['moveApplication', { kind: 'candidate', tenantId: 't', candidateId: 'cand_x' }, 'FORBIDDEN'],
    ['moveApplication', { kind: 'service', tenantId: 't', service: 'job' }, 'FORBIDDEN'],
    ['moveApplication', { kind: 'anonymous' }, 'UNAUTHENTICATED'],
    ['unhireApplication', user('HIRING_MANAGER'), 'FORBIDDEN'],
    ['withdrawApplication', { kind: 'candidate', tenantId: 't', candidateId: 'cand_x' }, 'none'],
    ['submitApplication', { kind: 'anonymous' }, 'none'],
    ['submitApplication', user('ADMIN'), 'FORBIDDEN'],
  ])('decides %s for %p: %s', (mutation, caller, code) => {
    expect(codeOf(() => assertCanEver(caller, MUTATION_RULES[mutation], mutation))).toBe(code);
  });

  it.each(Object.keys(FILTER_RULES) as FilterName[])(
    'keeps ANALYST from asking by %s what it may not read',
    (filter) => {
      const guarded = /\.(search|email|tag|source)$/u.test(filter);
      expect(codeOf(() => assertCanFilter(user('ANALYST'), filter))).toBe(guarded ? 'FORBIDDEN' : 'none');
      expect(codeOf(() => assertCanFilter(user('INTERVIEWER'), filter))).toBe('none');
    },
  );
});
