import { join } from 'node:path';
import { openDevelopmentIssuer, verifierForDevelopment } from '@hiregraph/gateway';
import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createEmbeddedBus, type EventBus } from '@hiregraph/messaging';
import { createEmbeddedEngine, type StorageEngine } from '@hiregraph/storage';
import { createTenantDirectory } from '@hiregraph/subgraph';
import { SAMPLE_TENANT } from '../../../../platform/src/config.ts';
import { createPlatform, type Platform } from '../../../../platform/src/create-platform.ts';
import { samplePersonOf, sampleToken } from '../../../../platform/src/sample-people.ts';
import { type CountedFiles, createCountedFiles } from './counted-files.ts';

export interface BenchPlatform {
  readonly platform: Platform;
  readonly disk: CountedFiles;
  /** A recruiter's. */
  readonly token: string;
  /** Milliseconds from an event's own time until it was durable on the bus; taken and emptied by the reader. */
  readonly eventDelays: number[];
}

/** The platform on the embedded engines as `npm start` has it, with its disk counted. Not started. */
export async function openPlatform(dataDirectory: string): Promise<BenchPlatform> {
  const disk = createCountedFiles();
  const eventDelays: number[] = [];
  const engine = (name: string): StorageEngine =>
    createEmbeddedEngine({ directory: join(dataDirectory, 'store'), name, files: disk.files });
  const bus = createEmbeddedBus({
    directory: join(dataDirectory, 'bus'),
    clock: systemClock,
    logger: silentLogger,
    files: disk.files,
  });
  const issuer = openDevelopmentIssuer({ dataDirectory, nodeEnvironment: undefined, clock: systemClock });
  const directory = createTenantDirectory([SAMPLE_TENANT]);
  const findTenant = (name: string) => directory.findById(name) ?? directory.findBySlug(name);
  const platform = createPlatform({
    engines: { job: engine('job'), candidate: engine('candidate'), evaluation: engine('evaluation') },
    bus: observed(bus, eventDelays),
    tenants: [SAMPLE_TENANT],
    verifier: verifierForDevelopment(issuer, { findTenant, clock: systemClock }),
    clock: systemClock,
    logger: silentLogger,
    cursorSecret: 'the secret of the cursors of a bench',
    host: '127.0.0.1',
    port: 0,
    playground: null,
  });
  const token = await sampleToken(issuer, SAMPLE_TENANT, samplePersonOf('RECRUITER'));
  return { platform, disk, token, eventDelays };
}

function observed(bus: EventBus, delays: number[]): EventBus {
  return new Proxy(bus, {
    get(target, name) {
      if (name === 'publish') {
        return async (...[topic, events]: Parameters<EventBus['publish']>) => {
          await target.publish(topic, events);
          const now = Date.now();
          for (const { time } of events) delays.push(now - Date.parse(time));
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
