import { DomainError, OutcomeUnknownError, UpstreamUnavailableError } from '@hiregraph/kernel';

/** The GraphQL type UserError. */
export interface UserErrorView {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[];
}

/**
 * Runs a mutation and turns what the caller can put right into `userErrors`; everything else goes on as a top-level error.
 * @param empty the payload's own fields when there is nothing to show, e.g. `{ application: null }`
 * @param work gives the payload's own fields
 * @param fieldsOf what to show beside a refusal, e.g. the application as it is now
 */
export async function mutationPayload<Fields extends object>(
  empty: Fields,
  work: () => Promise<Fields>,
  fieldsOf?: (error: DomainError) => Promise<Partial<Fields>> | Partial<Fields>,
): Promise<Fields & { userErrors: readonly UserErrorView[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    if (error instanceof OutcomeUnknownError || error instanceof UpstreamUnavailableError) {
      return { ...empty, userErrors: [viewOf(error)] };
    }
    if (!(error instanceof DomainError)) throw error;
    const fields = fieldsOf ? await fieldsOf(error) : {};
    return { ...empty, ...fields, userErrors: [viewOf(error)] };
  }
}

function viewOf(error: { code: string; message: string; inputPath: readonly string[] }): UserErrorView {
  return { code: error.code, message: error.message, field: error.inputPath };
}
