import { type StaffRole, type Tenant, userIdFor } from '@hiregraph/kernel';
import { DEVELOPMENT_ISSUER, type DevelopmentIssuer } from '@hiregraph/gateway';

/** Somebody of the sample company, with the token's subject that stands for them. */
export interface SamplePerson {
  readonly subject: string;
  readonly name: string;
  readonly role: StaffRole;
}

/** The staff of the sample company. The first of each role is the one whose token the banner shows. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { subject: 'adele', name: 'Adele Brandt', role: 'ADMIN' },
  { subject: 'rashid', name: 'Rashid Karimov', role: 'RECRUITER' },
  { subject: 'rosa', name: 'Rosa Delgado', role: 'RECRUITER' },
  { subject: 'hanna', name: 'Hanna Lindqvist', role: 'HIRING_MANAGER' },
  { subject: 'hugo', name: 'Hugo Marchetti', role: 'HIRING_MANAGER' },
  { subject: 'ines', name: 'Inês Carvalho', role: 'INTERVIEWER' },
  { subject: 'ivan', name: 'Ivan Horvat', role: 'INTERVIEWER' },
  { subject: 'imani', name: 'Imani Okafor', role: 'INTERVIEWER' },
  { subject: 'anders', name: 'Anders Nygaard', role: 'ANALYST' },
];

export function sampleUserId(tenant: Tenant, subject: string): string {
  return userIdFor(tenant.id, DEVELOPMENT_ISSUER, subject);
}

export function samplePersonOf(role: StaffRole): SamplePerson {
  const person = SAMPLE_PEOPLE.find((candidate) => candidate.role === role);
  if (person === undefined) throw new Error(`The sample company has nobody with the role ${role}.`);
  return person;
}

/** A token that stands for one of the sample company's staff. */
export function sampleToken(issuer: DevelopmentIssuer, tenant: Tenant, person: SamplePerson): Promise<string> {
  return issuer.issue({ tenant: tenant.slug, role: person.role, subject: person.subject, name: person.name });
}
