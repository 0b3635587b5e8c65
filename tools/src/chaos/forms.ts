import { join } from 'node:path';
import { freePort } from '../servers/local-server.ts';
import { inheritedEnvironment } from '../servers/env.ts';
import { PlatformProcess } from './platform-process.ts';
import { TENANT } from './tenant.ts';
import { type Form, PROCESSES } from './schedule.ts';
import type { StartedProcesses } from './started-processes.ts';
import type { World } from './world.ts';

export interface FormOptions {
  readonly root: string;
  readonly directory: string;
  readonly world: World;
  readonly started: StartedProcesses;
}

export interface PlatformInForm {
  readonly processes: readonly PlatformProcess[];
  /** Where clients send their requests. */
  readonly origins: readonly string[];
}

const SECRET = 'a secret that only the processes of one chaos run share';
/** Of our own environment, the processes need no more than what finds programs and folders. */
const INHERITED = /^(PATH|HOME|TMPDIR|LANG|LC_.*|TZ|JAVA_HOME)$/u;

/** What every process is told, and what an operator's command on the same stores is told. */
export function platformEnvironment(
  world: Pick<World, 'mongodbUrl' | 'kafkaBrokers'>,
  directory: string,
): Record<string, string> {
  const inherited = Object.entries(inheritedEnvironment()).filter(
    (entry): entry is [string, string] => INHERITED.test(entry[0]) && entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited),
    HOST: '127.0.0.1',
    MONGODB_URL: world.mongodbUrl,
    KAFKA_BROKERS: world.kafkaBrokers,
    KAFKA_PARTITIONS: '3',
    TENANTS: JSON.stringify([TENANT]),
    CURSOR_SECRET: SECRET,
    DATA_DIR: keyDirectory(directory),
    LOG_LEVEL: 'warn',
  };
}

/** Where the key lies that signs the tokens. */
export function keyDirectory(directory: string): string {
  return join(directory, 'keys');
}

/** The platform's processes in one form, on fixed ports, not started yet. */
export async function createPlatform(form: Form, options: FormOptions): Promise<PlatformInForm> {
  const { root, directory, started } = options;
  const ports = new Map<string, number>();
  for (const name of PROCESSES[form]) ports.set(name, await freePort());
  const originOf = (name: string): string => `http://127.0.0.1:${ports.get(name) ?? 0}`;
  const environment = {
    ...platformEnvironment(options.world, directory),
    ...(form === 'services'
      ? {
          INTERNAL_TOKEN_SECRET: SECRET,
          JOB_URL: `${originOf('job')}/graphql`,
          CANDIDATE_URL: `${originOf('candidate')}/graphql`,
          EVALUATION_URL: `${originOf('evaluation')}/graphql`,
        }
      : {}),
  };
  const processes = PROCESSES[form].map(
    (name) =>
      new PlatformProcess({
        name,
        root,
        entry: entryOf(form, name),
        args: form === 'replicas' ? ['--empty'] : [],
        environment: { ...environment, PORT: String(ports.get(name)) },
        logFile: join(directory, `${name}.log`),
        started,
      }),
  );
  return { processes, origins: form === 'services' ? [originOf('gateway')] : PROCESSES.replicas.map(originOf) };
}

function entryOf(form: Form, name: string): string {
  if (form === 'replicas') return 'platform/src/main.ts';
  return name === 'gateway' ? 'gateway/src/main.ts' : `services/${name}/src/main.ts`;
}
