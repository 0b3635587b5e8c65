import type { RequestContext } from '@hiregraph/subgraph';
import type { JobApplication } from '../application/job-application.ts';
import type { Loaders } from './loaders.ts';

/** What every resolver finds in its context. */
export interface JobContext extends RequestContext {
  readonly application: JobApplication;
  readonly loaders: Loaders;
}
