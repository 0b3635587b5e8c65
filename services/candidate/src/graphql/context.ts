import type { CursorCodec } from '@hiregraph/kernel';
import type { RequestContext, TenantDirectory } from '@hiregraph/subgraph';
import type { ReceiptReference } from '../application/receipt-reference.ts';
import type { UseCase } from '../application/use-case.ts';
import type { Loaders } from './loaders.ts';

/** What every resolver finds in its context. */
export interface CandidateContext extends RequestContext {
  readonly useCase: UseCase;
  readonly loaders: Loaders;
  readonly cursors: CursorCodec;
  readonly tenants: TenantDirectory;
  readonly referenceOf: ReceiptReference;
}
