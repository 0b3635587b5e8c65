import type { Explanation } from '../engine/engine.ts';

interface Stage {
  readonly stage?: string;
  readonly indexName?: string;
  readonly inputStage?: Stage;
  readonly inputStages?: readonly Stage[];
  /** Where the slot-based engine puts the plan. */
  readonly queryPlan?: Stage;
}

/** The parts of `explain('executionStats')` that we read (https://www.mongodb.com/docs/manual/reference/explain-results/). */
export interface MongoExplain {
  readonly queryPlanner?: { readonly winningPlan?: Stage };
  readonly serverInfo?: { readonly gitVersion?: string };
  readonly executionStats?: {
    readonly totalKeysExamined?: number;
    readonly totalDocsExamined?: number;
    readonly nReturned?: number;
  };
}

export function toExplanation(explain: MongoExplain): Explanation {
  const stages = stagesOf(explain.queryPlanner?.winningPlan);
  const scansAll = stages.some(({ stage }) => stage === 'COLLSCAN');
  const index = stages.find(({ indexName }) => indexName !== undefined)?.indexName ?? null;
  const stats = explain.executionStats;
  return {
    engine: 'mongodb',
    index: scansAll ? null : index,
    keysExamined: stats?.totalKeysExamined ?? 0,
    documentsExamined: stats?.totalDocsExamined ?? 0,
    returned: stats?.nReturned ?? 0,
    sortedInMemory: isNoBuild(explain) ? null : stages.some(({ stage }) => stage === 'SORT'),
  };
}

/** Servers that only speak the protocol have no commit of MongoDB's; their plans name indexes rightly and sorts always. */
function isNoBuild({ serverInfo }: MongoExplain): boolean {
  return /^0+$/.test(serverInfo?.gitVersion ?? '');
}

function stagesOf(stage: Stage | undefined): readonly Stage[] {
  if (stage === undefined) return [];
  const inner = [stage.inputStage, stage.queryPlan, ...(stage.inputStages ?? [])];
  return [stage, ...inner.flatMap((one) => stagesOf(one))];
}
