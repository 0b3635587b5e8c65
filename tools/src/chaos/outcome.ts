import { applicationEvents } from '@hiregraph/contracts';
import type { Reply } from './graphql-call.ts';
import type { MutationKind } from './mutations.ts';

/** What an answer says of a command. */
export interface Outcome {
  readonly kind: 'acknowledged' | 'refused' | 'unknown';
  /** `OK`, the user error's or the top-level error's code, or what happened to the connection. */
  readonly code: string;
  /** Types of events that the answer told of, beside the one that the command makes. */
  readonly mustFollow: readonly string[];
  readonly payload: Payload | null;
  /** True where not a byte was sent. */
  readonly undelivered: boolean;
}

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly application?: { readonly id: string; readonly hire: { readonly status: string } | null } | null;
  readonly candidate?: { readonly id: string } | null;
}

/** User errors after which the same key may still find, or make, the change. */
const NOT_SETTLED = new Set(['OUTCOME_UNKNOWN', 'UPSTREAM_UNAVAILABLE']);
/** Of a hire: it was refused, at once or after a seat had been asked for. The code does not tell which. */
const HIRE_NOT_TOLD = new Set(['ILLEGAL_TRANSITION', 'NOT_ACCEPTING_APPLICATIONS']);
/** Top-level errors that come before anything is written. */
const REFUSED_AT_ONCE = new Set(['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED', 'GRAPHQL_VALIDATION_FAILED']);

/** Reads an answer as strictly as it allows: what it does not say for sure is unknown. */
export function outcomeOf(mutation: MutationKind, reply: Reply): Outcome {
  const outcome = (kind: Outcome['kind'], code: string, more: Partial<Outcome> = {}): Outcome => ({
    kind,
    code,
    mustFollow: [],
    payload: null,
    undelivered: false,
    ...more,
  });
  if (reply.kind === 'undelivered') return outcome('unknown', 'UNDELIVERED', { undelivered: true });
  if (reply.kind === 'silent') return outcome('unknown', reply.why);
  // What the mutation's own text asks for; null where a top-level error took its place.
  const payload = (reply.data[mutation.name] ?? null) as Payload | null;
  if (payload === null) {
    const code = reply.codes[0] ?? 'NO_ANSWER';
    return outcome(REFUSED_AT_ONCE.has(code) ? 'refused' : 'unknown', code);
  }
  const code = payload.userErrors[0]?.code;
  if (code === undefined) return outcome('acknowledged', 'OK', { payload, mustFollow: toldOf(mutation, payload) });
  if (NOT_SETTLED.has(code)) return outcome('unknown', code);
  const led = mutation.doneAlthough?.[code];
  if (led !== undefined) return outcome('acknowledged', code, { mustFollow: [led] });
  if (mutation.name === 'hireApplication' && HIRE_NOT_TOLD.has(code)) return outcome('unknown', code);
  return outcome('refused', code);
}

function toldOf({ name }: MutationKind, { application }: Payload): readonly string[] {
  return name === 'hireApplication' && application?.hire?.status === 'HIRED' ? [applicationEvents.hired.type] : [];
}
