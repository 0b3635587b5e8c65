import { findKit } from '../application/write-interview-kit.ts';
import type { InterviewKitResolvers, InterviewQuestionResolvers } from './generated/resolver-types.ts';

export const interviewKitResolvers: InterviewKitResolvers = {
  __resolveReference: ({ id }, { request }) => findKit(request.reads, id),
  job: ({ state }) => ({ id: state.jobId }),
  stage: ({ state }) => (state.stageId === null ? null : { id: state.stageId }),
  focusCriteria: ({ state }) => state.focusCriterionIds.map((id) => ({ id })),
  questions: ({ state }) => [...state.questions],
};

export const interviewQuestionResolvers: InterviewQuestionResolvers = {
  criterion: ({ criterionId }) => (criterionId === null ? null : { id: criterionId }),
};
