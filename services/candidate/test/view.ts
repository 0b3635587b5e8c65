export interface UserErrorView {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[];
}

/**
 * What tests read of an answer: every field that some test asks for. A test reads what it asked for itself, and compares
 * whole objects where something may be null.
 */
export interface View {
  readonly id: string;
  readonly status: string;
  readonly name: string;
  readonly reference: string;
  readonly count: number;
  readonly totalCount: number;
  readonly sequence: number;
  readonly kind: string;
  readonly stage: View;
  readonly hire: View & { readonly attempt: string };
  readonly candidate: View;
  readonly candidates: View;
  readonly application: View;
  readonly applications: View;
  readonly myApplications: View;
  readonly transitions: View;
  readonly timeInStage: readonly View[];
  readonly stageCounts: readonly View[];
  readonly nodes: readonly View[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly actor: View;
  readonly applicationFacts: View | null;
  readonly _entities: readonly View[];
  readonly results: readonly View[];
  readonly receipt: View;
  readonly userErrors: readonly UserErrorView[];
  readonly submitApplication: View;
  readonly addApplication: View;
  readonly moveApplications: View;
  readonly createCandidate: View;
  readonly updateCandidate: View;
  readonly tagCandidate: View;
}
