import { z } from 'zod';

/** The environment as read; nothing below env.ts files touches process.env. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Some variables are wrong. The message lists all of them, each with what, why and how to mend it. */
export class ConfigurationError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigurationError';
  }
}

/**
 * Validates an environment against a zod object whose messages say how to mend. Empty variables count as not set.
 * @throws ConfigurationError naming every bad variable at once
 */
export function readConfiguration<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment,
): z.output<Schema> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const known = Object.keys(given).filter(
    (name) => given.NODE_ENV === 'production' && isLocalSecret(name, given[name]),
  );
  if (known.length > 0) {
    throw new ConfigurationError(
      known.map(
        (name) =>
          `${name}: is the one of docker-compose.yml, which everybody knows, and NODE_ENV is production. Set it to at least ${MIN_SECRET} random characters, the same in every process (openssl rand -hex 32 makes one).`,
      ),
    );
  }
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? 'configuration');
    const value = given[name];
    const shown = value === undefined || isSecret(name) ? '' : ` (it is ${JSON.stringify(value)})`;
    return `${name}${shown}: ${issue.message}`;
  });
  throw new ConfigurationError(problems);
}

function isSecret(name: string): boolean {
  return /SECRET|PASSWORD|URL/u.test(name);
}

/** Secrets for one machine's own use begin so. */
function isLocalSecret(name: string, value: string | undefined): boolean {
  return name.endsWith('_SECRET') && value?.startsWith('local-only') === true;
}

const MAX_PORT = 65_535;
const MIN_SECRET = 32;

/** A TCP port; 0 takes any free one. */
export function portVariable(standard: number): z.ZodType<number, string | undefined> {
  const message = `must be a port, from 0 (any free one) to ${MAX_PORT}. Set it to ${standard}, say, or leave it out.`;
  return z
    .string()
    .regex(/^\d{1,5}$/u, { message })
    .optional()
    .transform((text) => (text === undefined ? standard : Number(text)))
    .refine((port) => port <= MAX_PORT, { message });
}

/** A secret shared by the processes of one installation. */
export function secretVariable(purpose: string): z.ZodType<string, string> {
  const message = `is needed: ${purpose}. Set it to at least ${MIN_SECRET} random characters, the same in every process (openssl rand -hex 32 makes one).`;
  return z.string({ message }).min(MIN_SECRET, { message });
}

/** An address of another part of the platform. */
export function urlVariable(purpose: string): z.ZodType<string, string> {
  return z.url({ message: `is needed: ${purpose}. Set it to a URL such as http://127.0.0.1:4001/graphql.` });
}

/** How much is logged. */
export const logLevelVariable = z.enum(['debug', 'info', 'warn', 'error', 'silent'], {
  message: 'must be one of debug, info, warn, error, silent.',
});

const tenantSchema = z.object({
  id: z.string().regex(/^ten_[0-9a-z]{1,40}$/u),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/u),
  name: z.string().min(1).max(200),
});

/** The hiring organisations of an installation, as a JSON list. */
export const tenantsVariable = z.string().transform((text, context) => {
  const message =
    'must be a JSON list of tenants, e.g. [{"id":"ten_acme","slug":"acme","name":"Acme"}], with ids and slugs that differ.';
  try {
    const tenants = z.array(tenantSchema).min(1).parse(JSON.parse(text));
    const distinct = (key: 'id' | 'slug'): boolean =>
      new Set(tenants.map((tenant) => tenant[key])).size === tenants.length;
    if (distinct('id') && distinct('slug')) return tenants;
  } catch {
    // Falls through to the one message that says how it must look.
  }
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** Host and port pairs of Kafka brokers, separated by commas. */
export const brokersVariable = z
  .string()
  .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/u, { message: 'must be a list such as broker-1:9092,broker-2:9092.' })
  .transform((text) => text.split(','));
