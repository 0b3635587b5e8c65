import { describe, expect, it } from '@jest/globals';
import { silentLogger, systemClock } from '@hiregraph/kernel';
import {
  type AggregateDefinition,
  createEmbeddedEngine,
  type Explanation,
  openStorage,
  type ProjectionDefinition,
  type Query,
} from '@hiregraph/storage';
import * as kits from '../src/storage/interview-kit-store.ts';
import * as interviews from '../src/storage/interview-store.ts';
import * as applications from '../src/storage/known-application-store.ts';
import * as jobs from '../src/storage/known-job-store.ts';
import * as scorecards from '../src/storage/scorecard-store.ts';
import * as seen from '../src/storage/seen-feedback-store.ts';

const RANGE = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };
const SCOPE = { hiddenJobIds: ['job_9'], within: { jobIds: ['job_1'], interviewerId: 'usr_1' } };

type Row = readonly [query: Query<never>, params: unknown, index: string];
const row = <P>(query: Query<P>, params: P, index: string): Row => [query, params, index];

const AGGREGATES: readonly (readonly [AggregateDefinition, readonly Row[]])[] = [
  [
    interviews.interviewDefinition,
    [
      row(interviews.interviewsOfApplication, 'app_1', 'byApplication'),
      row(
        interviews.interviewsOfApplications,
        { applicationIds: ['app_1', 'app_2'], timed: true },
        'byApplicationAgenda',
      ),
      row(interviews.interviewsByInterviewer, { interviewerId: 'usr_1', ...RANGE, ...SCOPE }, 'byInterviewer'),
      row(interviews.interviewsByJob, { jobId: 'job_1', status: 'SCHEDULED', ...SCOPE }, 'byJob'),
      row(interviews.interviewsByAgenda, { ...RANGE, ...SCOPE }, 'byAgenda'),
      row(interviews.interviewsByAgenda, {}, 'byAgenda'),
      row(interviews.endedInterviews, { by: RANGE.to }, 'byStatusAndEnd'),
    ],
  ],
  [
    kits.interviewKitDefinition,
    [
      row(kits.kitsOfJob, 'job_1', 'byJob'),
      row(kits.kitsOfStage, { jobId: 'job_1', stageId: 'stg_1' }, 'byJobAndStage'),
    ],
  ],
  [
    scorecards.scorecardDefinition,
    [
      row(scorecards.scorecardsOfApplication, 'app_1', 'byApplication'),
      row(scorecards.scorecardsOwedBy, { interviewerId: 'usr_1', hiddenJobIds: ['job_9'] }, 'owedByInterviewer'),
    ],
  ],
  [seen.lookDefinition, [row(seen.looksOfApplication, 'app_1', 'byApplication')]],
];

const PROJECTIONS: readonly (readonly [ProjectionDefinition, readonly Row[]])[] = [
  [
    jobs.knownJobDefinition,
    [row(jobs.confidentialJobs, null, 'byConfidentiality'), row(jobs.jobsOfTeamUser, 'usr_1', 'byTeamUser')],
  ],
  [applications.knownApplicationDefinition, [row(applications.applicationsOfCandidate, 'cand_1', 'byCandidate')]],
];

describe('every declared query', () => {
  it('is served by its index, in its order, without a sort', async () => {
    const storage = openStorage({
      engine: createEmbeddedEngine(),
      service: 'evaluation',
      clock: systemClock,
      logger: silentLogger,
    });
    const stores = [
      ...AGGREGATES.map(([definition, rows]) => [storage.aggregates(definition), rows] as const),
      ...PROJECTIONS.map(([definition, rows]) => [storage.projections(definition), rows] as const),
    ];
    await storage.start();
    for (const [store, rows] of stores) {
      for (const [query, params, index] of rows) {
        for (const as of ['list', { first: 10, after: null }] as const) {
          const explanation: Explanation = await store.explain('ten_1', query, params as never, as);
          expect([query.name, explanation.index, explanation.sortedInMemory]).toEqual([query.name, index, false]);
        }
      }
    }
    await storage.stop();
  });

  it('is in this test', () => {
    const declared = [interviews, kits, scorecards, seen, jobs, applications]
      .flatMap((module) => Object.values(module) as unknown[])
      .filter((value): value is Query<never> => typeof value === 'object' && value !== null && 'filter' in value);
    const tested = new Set([...AGGREGATES, ...PROJECTIONS].flatMap(([, rows]) => rows.map(([query]) => query.name)));
    expect(declared.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });
});
