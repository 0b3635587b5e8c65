import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { searchTokens } from '@hiregraph/kernel';
import { type ExplainSample, explainFindings, explainSample } from '@hiregraph/testkit';
import type { ListedJob } from '../src/domain/job-listing.ts';
import type { RejectionReason } from '../src/domain/rejection-reason.ts';
import type { User } from '../src/domain/user.ts';
import {
  jobDefinition,
  jobLists,
  jobsOfParts,
  jobsWithPublishedPosts,
  jobsWithPublishedPostsByToken,
  publicJobs,
  publicJobsByToken,
} from '../src/storage/job-store.ts';
import { reasonDefinition, rejectionReasonsByLabel } from '../src/storage/reason-store.ts';
import { userDefinition, usersByName, usersByToken } from '../src/storage/user-store.ts';
import { createJobWorld, type JobWorld, TENANT, textAt } from './job-world.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
  await world.enter('Anna Alt', 'Bert Bach', 'Anna Zander');
  for (const label of ['No skills', 'No time', 'No visa']) {
    const make =
      'mutation ($label: String!) { createRejectionReason(input: { label: $label, side: COMPANY }) { rejectionReason { id } } }';
    await world.admin(make, { label });
  }
  for (const title of ['Baker', 'Cook', 'Waiter', 'Night baker', 'Day baker']) await publishedJob(title);
});
afterAll(() => world.stop());

async function publishedJob(title: string): Promise<void> {
  world.clock.advance(1_000);
  const create =
    'mutation ($title: String!) { createJob(input: { title: $title, criteria: [{ kind: SKILL, text: "Bakes" }] }) { job { id } } }';
  const id = textAt(await world.admin(create, { title }), 'createJob.job.id');
  await world.admin('mutation ($id: ID!) { openJob(input: { jobId: $id }) { job { id } } }', { id });
  const post = 'mutation ($id: ID!) { createJobPost(input: { jobId: $id, body: "Bake." }) { jobPost { id } } }';
  const postId = textAt(await world.admin(post, { id }), 'createJobPost.jobPost.id');
  await world.admin('mutation ($id: ID!) { publishJobPost(input: { postId: $id }) { jobPost { id } } }', {
    id: postId,
  });
}

it('every declared query is served by the index that it names, without a scan or a sort', async () => {
  const jobs = world.storage.aggregates<ListedJob>(jobDefinition);
  const users = world.storage.aggregates<User>(userDefinition);
  const reasons = world.storage.aggregates<RejectionReason>(reasonDefinition);
  const { items } = await jobs.page(TENANT, publicJobs, {}, { first: 2, after: null });
  const idsOf = (part: keyof typeof jobsOfParts) => items.map(({ state }) => state[part][0]?.id ?? '');
  const tokens = searchTokens('baker');
  const ofLead = { byViewer: {}, byStatus: { statuses: ['OPEN'] }, byToken: { tokens } } as const;
  const lists = [...jobLists].map(([name, query]) => {
    const lead = name.split(':')[0] as keyof typeof ofLead;
    return explainSample(jobs, query, { viewers: ['staff', 'usr_none'], ...ofLead[lead] });
  });
  const samples: ExplainSample[] = [
    ...lists,
    ...Object.entries(jobsOfParts).map(([part, query]) =>
      explainSample(jobs, query, idsOf(part as keyof typeof jobsOfParts), 'list'),
    ),
    explainSample(jobs, publicJobs, {}),
    explainSample(jobs, publicJobsByToken, { tokens }),
    explainSample(jobs, jobsWithPublishedPosts, { posts: 1 }, 'list'),
    explainSample(jobs, jobsWithPublishedPostsByToken, { posts: 1, tokens }, 'list'),
    explainSample(users, usersByName, []),
    explainSample(users, usersByToken, searchTokens('anna')),
    explainSample(reasons, rejectionReasonsByLabel, { sides: ['COMPANY', 'CANDIDATE'], active: [true, false] }),
  ];
  const declared = [
    ...jobLists.values(),
    ...Object.values(jobsOfParts),
    publicJobs,
    publicJobsByToken,
    jobsWithPublishedPosts,
    jobsWithPublishedPostsByToken,
    usersByName,
    usersByToken,
    rejectionReasonsByLabel,
  ];
  expect(await explainFindings(TENANT, samples, { declared })).toEqual([]);
});
