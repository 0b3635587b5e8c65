import { type FieldName, mayRead } from '../application/access-rules.ts';
import type { Candidate } from '../domain/candidate.ts';
import { applicationList } from './application-list.ts';
import type { CandidateResolvers } from './generated/resolver-types.ts';
import type { CandidateNode } from './nodes.ts';
import { seenCandidate } from './seen.ts';

type ListField = 'emails' | 'phones' | 'links' | 'tags';

/** A field of the candidate's own, where the caller may read it. */
function guarded<Field extends Exclude<keyof Candidate, ListField | 'resume'>>(field: Field, name: FieldName) {
  return ({ stored, standings }: CandidateNode): Candidate[Field] | null =>
    mayRead(standings, name) ? stored.state[field] : null;
}

/** The same for a list, in the mutable form that the generated types ask for. */
function guardedList(field: ListField, name: FieldName) {
  return ({ stored, standings }: CandidateNode): string[] | null =>
    mayRead(standings, name) ? [...stored.state[field]] : null;
}

export const candidateResolvers: CandidateResolvers = {
  __resolveReference: async ({ id }, context) =>
    seenCandidate(context, context.caller.kind === 'anonymous' ? null : await context.loaders.candidate.load(id)),
  id: ({ stored }) => stored.id,
  name: guarded('name', 'Candidate.name'),
  emails: guardedList('emails', 'Candidate.emails'),
  phones: guardedList('phones', 'Candidate.phones'),
  links: guardedList('links', 'Candidate.links'),
  location: guarded('location', 'Candidate.location'),
  resume: ({ stored, standings }, _args, { loaders }) =>
    mayRead(standings, 'Candidate.resume') ? loaders.resume.load(stored.id) : null,
  tags: guardedList('tags', 'Candidate.tags'),
  source: guarded('source', 'Candidate.source'),
  applications: ({ stored }, args, context) =>
    applicationList(
      context,
      { field: 'Candidate.applications', parentId: stored.id, criteria: { candidateId: stored.id } },
      args,
    ),
  version: ({ stored }) => stored.version,
  createdAt: ({ stored }) => stored.createdAt,
  updatedAt: ({ stored }) => stored.updatedAt,
};
