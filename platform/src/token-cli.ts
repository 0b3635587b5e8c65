import { parseArgs } from 'node:util';
import { openDevelopmentIssuer } from '@hiregraph/gateway';
import { type Role, STAFF_ROLES, systemClock } from '@hiregraph/kernel';
import { ConfigurationError } from '@hiregraph/subgraph';
import { platformConfig } from './config.ts';
import { readEnvironment } from './env.ts';
import { SAMPLE_PEOPLE } from './sample-people.ts';

const USAGE = `npm run token -- --role ROLE [--user SUBJECT] [--name NAME] [--tenant SLUG] [--candidate ID]
  ROLE: ${[...STAFF_ROLES, 'CANDIDATE'].join(', ')}`;

/** Prints a development token for scripts, and nothing else. */
async function printToken(): Promise<void> {
  const { values } = parseArgs({
    options: {
      role: { type: 'string' },
      user: { type: 'string' },
      name: { type: 'string' },
      tenant: { type: 'string' },
      candidate: { type: 'string' },
    },
  });
  const role = ([...STAFF_ROLES, 'CANDIDATE'] as const).find((known) => known === values.role?.toUpperCase());
  if (role === undefined)
    throw new ConfigurationError([`--role ${values.role ?? ''}: there is no such role.\n${USAGE}`]);
  const environment = readEnvironment();
  const config = platformConfig(environment, []);
  const tenant = config.tenants.find(
    ({ id, slug }) => values.tenant === undefined || values.tenant === slug || values.tenant === id,
  );
  if (tenant === undefined) {
    const known = config.tenants.map(({ slug }) => slug).join(', ');
    throw new ConfigurationError([`--tenant ${values.tenant ?? ''}: there is no such tenant. Known: ${known}.`]);
  }
  const issuer = openDevelopmentIssuer({
    dataDirectory: config.dataDirectory,
    nodeEnvironment: environment.NODE_ENV,
    clock: systemClock,
  });
  const { subject, name } = personOf(role, values.user, values.name, values.candidate);
  const token = await issuer.issue({
    tenant: tenant.slug,
    role,
    subject,
    ...(name === undefined ? {} : { name }),
    ...(values.candidate === undefined ? {} : { candidateId: values.candidate }),
  });
  console.log(token);
}

function personOf(
  role: Role,
  user: string | undefined,
  name: string | undefined,
  candidate: string | undefined,
): { subject: string; name: string | undefined } {
  if (role === 'CANDIDATE') {
    if (candidate === undefined) {
      throw new ConfigurationError(["--candidate: is needed with --role CANDIDATE: the candidate's id, cand_…."]);
    }
    return { subject: candidate, name };
  }
  const person = SAMPLE_PEOPLE.find((known) => (user === undefined ? known.role === role : known.subject === user));
  return { subject: user ?? person?.subject ?? role.toLowerCase(), name: name ?? person?.name };
}

printToken().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
