import type { Connection } from '@hiregraph/kernel';
import type { Standings } from '../application/access-rules.ts';
import type { StageTransition } from '../application/stage-transitions.ts';
import type { BriefApplication, BriefCandidate } from '../application/stores.ts';
import type { Actor } from '../domain/actor.ts';
import type { Rejection } from '../domain/application.ts';
import type { Resume } from '../domain/resume.ts';

/** An entity by its id alone; another subgraph, or another resolver, knows the rest. */
export interface Reference {
  readonly id: string;
}

/** An object together with what the caller is towards it: every guarded field asks that. */
export interface CandidateNode {
  readonly stored: BriefCandidate;
  readonly standings: Standings;
}

export interface ApplicationNode {
  readonly stored: BriefApplication;
  readonly standings: Standings;
}

/** Under a name of its own, since the generated types have a Resume too. */
export type ResumeNode = Resume;

export interface RejectionNode {
  readonly rejection: Rejection;
  readonly standings: Standings;
}

export interface TransitionNode {
  readonly transition: StageTransition;
  readonly standings: Standings;
}

export interface ActorNode {
  readonly actor: Actor;
  readonly standings: Standings;
}

/** A list of which page and total are read only where they are asked for. */
export interface CountedPage<Node> {
  /** Read once, however many of its fields are asked for. */
  readonly page: () => Promise<Connection<Node>>;
  readonly count: () => Promise<number>;
}

export type CandidatePage = CountedPage<CandidateNode>;
export type ApplicationPage = CountedPage<ApplicationNode>;
export type TransitionPage = CountedPage<TransitionNode>;
