import { NotFoundError } from '@hiregraph/kernel';
import { andThen, type Awaitable } from '@hiregraph/subgraph';
import { mayRead } from '../application/access-rules.ts';
import { jobsThatCount, standingsOnCandidate } from '../application/caller-scope.ts';
import { unionOf } from '../application/shared-standings.ts';
import type { CandidateContext } from './context.ts';
import type {
  ApplicationRejectionResolvers,
  ApplicationResolvers,
  StageTransitionResolvers,
  TransitionActorResolvers,
} from './generated/resolver-types.ts';
import type { ApplicationNode, CandidateNode, Reference } from './nodes.ts';
import { seenApplication } from './seen.ts';
import { transitionList } from './transition-list.ts';

export function reference(id: string | null): Reference | null {
  return id === null ? null : { id };
}

/** Whoever may see an application may know whose it is, with the same rights at least. */
function candidateOf({ stored, standings }: ApplicationNode, context: CandidateContext): Awaitable<CandidateNode> {
  const { candidateId } = stored.state;
  const { caller, useCase } = context;
  return andThen(context.loaders.candidate.load(candidateId), (candidate) => {
    if (candidate === null) throw new NotFoundError('candidate');
    return andThen(useCase.scope.sight(jobsThatCount(caller, [candidate.state])), (sight) => ({
      stored: candidate,
      standings: unionOf(standingsOnCandidate(sight, candidateId, candidate.state), standings),
    }));
  });
}

export const applicationResolvers: ApplicationResolvers = {
  __resolveReference: async ({ id }, context) =>
    seenApplication(context, context.caller.kind === 'anonymous' ? null : await context.loaders.application.load(id)),
  id: ({ stored }) => stored.id,
  candidate: (node, _args, context) => candidateOf(node, context),
  job: ({ stored, standings }) => (mayRead(standings, 'Application.job') ? { id: stored.state.jobId } : null),
  post: ({ stored, standings }) => (mayRead(standings, 'Application.post') ? reference(stored.state.postId) : null),
  stage: ({ stored, standings }) => (mayRead(standings, 'Application.stage') ? { id: stored.state.stage.id } : null),
  status: ({ stored }) => stored.state.status,
  source: ({ stored, standings }) => (mayRead(standings, 'Application.source') ? stored.state.source : null),
  creditedTo: ({ stored, standings }) =>
    mayRead(standings, 'Application.creditedTo') ? reference(stored.state.creditedTo) : null,
  answers: ({ stored, standings }) => (mayRead(standings, 'Application.answers') ? [...stored.state.answers] : null),
  submission: ({ stored, standings }, _args, { loaders }) =>
    mayRead(standings, 'Application.submission') ? loaders.submission.load(stored.id) : null,
  reference: ({ stored, standings }) => (mayRead(standings, 'Application.reference') ? stored.state.reference : null),
  appliedAt: ({ stored }) => stored.state.appliedAt,
  jobClosedAtSubmission: ({ stored, standings }) =>
    mayRead(standings, 'Application.jobClosedAtSubmission') ? stored.state.late : null,
  rejection: ({ stored, standings }) => {
    const { rejection } = stored.state;
    return mayRead(standings, 'Application.rejection') && rejection !== null ? { rejection, standings } : null;
  },
  hire: ({ stored, standings }) => {
    const { hire } = stored.state;
    if (!mayRead(standings, 'Application.hire') || hire === null) return null;
    const refusedBecause = hire.status === 'REFUSED' ? hire.refusedBecause : null;
    return { status: hire.status, attempt: hire.attempt, refusedBecause };
  },
  opening: ({ stored, standings }) =>
    mayRead(standings, 'Application.opening') ? reference(stored.state.opening?.openingId ?? null) : null,
  transitions: (node, args, context) => transitionList(context, node, args),
  timeInStage: ({ stored, standings }) => {
    if (!mayRead(standings, 'Application.timeInStage')) return null;
    const { stays, stage, status, enteredAt } = stored.state;
    return stays.map(({ stageId, visits, completedSeconds }) => ({
      stage: { id: stageId },
      visits,
      completedSeconds,
      openSince: status === 'ACTIVE' && stageId === stage.id ? enteredAt : null,
    }));
  },
  version: ({ stored }) => stored.version,
  createdAt: ({ stored }) => stored.createdAt,
  updatedAt: ({ stored }) => stored.updatedAt,
};

export const rejectionResolvers: ApplicationRejectionResolvers = {
  reason: ({ rejection, standings }) =>
    mayRead(standings, 'ApplicationRejection.reason') ? { id: rejection.reasonId } : null,
  note: ({ rejection, standings }) => (mayRead(standings, 'ApplicationRejection.note') ? rejection.note : null),
  at: ({ rejection }) => rejection.at,
  by: ({ rejection, standings }) =>
    mayRead(standings, 'ApplicationRejection.by') && rejection.by.type === 'USER' ? { id: rejection.by.userId } : null,
  fromStage: ({ rejection, standings }) =>
    mayRead(standings, 'ApplicationRejection.fromStage') ? { id: rejection.fromStageId } : null,
};

export const transitionResolvers: StageTransitionResolvers = {
  sequence: ({ transition }) => transition.sequence,
  kind: ({ transition }) => transition.kind,
  fromStage: ({ transition, standings }) =>
    mayRead(standings, 'StageTransition.fromStage') ? reference(transition.fromStageId) : null,
  toStage: ({ transition, standings }) =>
    mayRead(standings, 'StageTransition.toStage') ? reference(transition.toStageId) : null,
  occurredAt: ({ transition }) => transition.occurredAt,
  recordedAt: ({ transition }) => transition.recordedAt,
  enteredFromAt: ({ transition }) => transition.enteredFromAt,
  secondsInFrom: ({ transition }) => transition.secondsInFrom,
  direction: ({ transition, standings }) =>
    mayRead(standings, 'StageTransition.direction') ? transition.direction : null,
  actor: ({ transition, standings }) => ({ actor: transition.actor, standings }),
  reason: ({ transition, standings }) =>
    mayRead(standings, 'StageTransition.reason') ? reference(transition.reasonId) : null,
  note: ({ transition, standings }) => (mayRead(standings, 'StageTransition.note') ? transition.note : null),
};

export const actorResolvers: TransitionActorResolvers = {
  type: ({ actor }) => actor.type,
  user: ({ actor, standings }) =>
    mayRead(standings, 'TransitionActor.user') && actor.type === 'USER' ? { id: actor.userId } : null,
};
