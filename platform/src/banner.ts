import type { DevelopmentIssuer } from '@hiregraph/gateway';
import { STAFF_ROLES, type Tenant } from '@hiregraph/kernel';
import { samplePersonOf, sampleToken } from './sample-people.ts';

export interface BannerFacts {
  readonly origin: string;
  readonly tenant: Tenant;
  readonly issuer: DevelopmentIssuer | null;
  readonly dataDirectory: string | null;
  /** The candidate whose token is shown; null where the store has no sample company. */
  readonly candidateId: string | null;
}

/** What a person at a terminal is told once the platform runs. */
export async function bannerText(facts: BannerFacts): Promise<string> {
  const { origin, issuer, dataDirectory, tenant } = facts;
  const lines = ['', `Hiregraph is running for ${tenant.name}.`, ''];
  if (issuer !== null) lines.push(`  Playground   ${origin}/`);
  lines.push(
    `  GraphQL      ${origin}/graphql`,
    `  Events       ${origin}/events`,
    `  Health       ${origin}/health/ready`,
  );
  if (dataDirectory !== null) lines.push(`  Data         ${dataDirectory} (npm start -- --fresh begins anew)`);
  if (issuer !== null) lines.push(...(await tokenLines(issuer, facts)));
  return lines.join('\n');
}

async function tokenLines(issuer: DevelopmentIssuer, { tenant, origin, candidateId }: BannerFacts): Promise<string[]> {
  const lines = ['', 'Development tokens (30 days; more with `npm run token -- --role ROLE`):', ''];
  for (const role of STAFF_ROLES) {
    lines.push(`  ${role.padEnd(15)} ${await sampleToken(issuer, tenant, samplePersonOf(role))}`);
  }
  if (candidateId !== null) {
    const token = await issuer.issue({ tenant: tenant.slug, role: 'CANDIDATE', subject: candidateId, candidateId });
    lines.push(`  ${'CANDIDATE'.padEnd(15)} ${token}`);
  }
  const recruiter = await sampleToken(issuer, tenant, samplePersonOf('RECRUITER'));
  const analyst = await sampleToken(issuer, tenant, samplePersonOf('ANALYST'));
  const query = '{ jobs(first: 3) { nodes { title status stageCounts { stage { name } count } } } }';
  return [
    ...lines,
    '',
    'Try it:',
    '',
    `  curl -s ${origin}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${recruiter}' -d '${JSON.stringify({ query })}'`,
    '',
    'Watch events as they happen (and all since the beginning with ?after=beginning):',
    '',
    `  curl -N ${origin}/events -H 'authorization: Bearer ${analyst}'`,
    '',
  ];
}
