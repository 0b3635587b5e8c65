import type { Clock, CursorCodec } from '@hiregraph/kernel';
import type { TenantDirectory } from '@hiregraph/subgraph';
import { createDirectory, type Directory } from './directory.ts';
import { createDirectoryQueries, type DirectoryQueries } from './directory-queries.ts';
import { createJobCommands, type JobCommands } from './job-commands.ts';
import { createJobQueries, type JobQueries } from './job-queries.ts';
import { createOwnerAnswers, type OwnerAnswers } from './owner-answers.ts';
import { createPostCommands, type PostCommands } from './post-commands.ts';
import { createPostQueries, type PostQueries } from './post-queries.ts';
import type { PostingImporter } from './posting-importer.ts';
import { createReasonCommands, type ReasonCommands } from './reason-commands.ts';
import { createSeatAndStageCommands, type SeatAndStageCommands } from './seat-and-stage-commands.ts';
import type { Stores } from './stores.ts';

export interface ApplicationEnvironment {
  readonly clock: Clock;
  readonly cursors: CursorCodec;
  readonly tenants: TenantDirectory;
  readonly importPosting: PostingImporter;
}

/** All use cases of this service. */
export interface JobApplication {
  readonly stores: Stores;
  readonly tenants: TenantDirectory;
  readonly jobs: JobCommands & SeatAndStageCommands & PostCommands;
  readonly reasons: ReasonCommands;
  readonly directory: Directory;
  readonly queries: JobQueries & DirectoryQueries & OwnerAnswers;
  readonly posts: PostQueries;
}

export function createJobApplication(stores: Stores, environment: ApplicationEnvironment): JobApplication {
  const { clock, cursors, tenants, importPosting } = environment;
  return {
    stores,
    tenants,
    jobs: {
      ...createJobCommands(stores, importPosting),
      ...createSeatAndStageCommands(stores),
      ...createPostCommands(stores),
    },
    reasons: createReasonCommands(stores),
    directory: createDirectory(stores, clock),
    queries: {
      ...createJobQueries(stores, cursors),
      ...createDirectoryQueries(stores, cursors),
      ...createOwnerAnswers(stores),
    },
    posts: createPostQueries(stores, tenants, cursors),
  };
}
