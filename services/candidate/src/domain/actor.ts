/** Who did something. A user or candidate by id only. */
export type Actor =
  | { readonly type: 'USER'; readonly userId: string }
  | { readonly type: 'CANDIDATE'; readonly candidateId: string }
  | { readonly type: 'SYSTEM' }
  | { readonly type: 'ANONYMOUS' };
