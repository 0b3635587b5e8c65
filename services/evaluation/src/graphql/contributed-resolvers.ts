import { interviewsOf, owedFeedbackOf } from '../application/application-interviews.ts';
import { tenantOf } from '../application/asking.ts';
import { feedbackSummaryOf, scorecardsOf } from '../application/shown-feedback.ts';
import type { ApplicationResolvers, JobResolvers } from './generated/resolver-types.ts';
import { createListParent } from './list-parent.ts';

/** A mutable copy of a list, null where there is none: what the generated types ask for. */
function listOrNull<Item>(items: readonly Item[] | null): Item[] | null {
  return items === null ? null : [...items];
}

/** Every field decides by itself whether the application is the caller's to know of, so the reference costs nothing. */
export const applicationResolvers: ApplicationResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  interviews: async ({ id }, _arguments, { request }) => listOrNull(await interviewsOf(request.reads, id)),
  scorecards: ({ id }, _arguments, { request }) => scorecardsOf(request.shown, id),
  feedbackSummary: ({ id }, _arguments, { request }) => feedbackSummaryOf(request.shown, id),
  owedFeedback: async ({ id }, _arguments, { request }) => listOrNull(await owedFeedbackOf(request.reads, id)),
};

export const jobResolvers: JobResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  interviewKits: async ({ id }, page, { caller, cursors, jobKits }) => {
    const listing = await jobKits.of(id);
    if (listing === null) return null;
    const scope = { tenantId: tenantOf(caller), field: `Job.interviewKits:${id}`, filter: null, sort: null };
    return createListParent(listing, page, cursors, scope);
  },
};
