import { parseArgs } from 'node:util';
import type { Tenant } from '@hiregraph/kernel';
import { ConfigurationError, type Environment } from '@hiregraph/subgraph';

/** What a command is given by its entry. */
export interface CommandOptions {
  readonly environment: Environment;
  /** The command line, without the program. */
  readonly words: readonly string[];
  /** A line of the answer. */
  readonly print: (line: string) => void;
}

/** The options that a command takes, each with a value or, where false, without. */
type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>;

export interface CommandLine {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  flag(name: string): boolean;
}

/** @throws ConfigurationError with the usage, for an option that the command does not have */
export function readCommandLine(words: readonly string[], kinds: OptionKinds, usage: string): CommandLine {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'text' ? 'string' : 'boolean' } as const]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return {
      positionals,
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new ConfigurationError([error instanceof Error ? error.message : String(error), usage]);
  }
}

/** @throws ConfigurationError when no tenant has that slug or id */
export function findTenant(tenants: readonly Tenant[], name: string): Tenant {
  const found = tenants.find(({ id, slug }) => name === slug || name === id);
  if (found !== undefined) return found;
  const known = tenants.map(({ slug }) => slug).join(', ');
  throw new ConfigurationError([`--tenant ${name}: there is no such tenant. Known: ${known}.`]);
}

/** The named tenant, or the only one. @throws ConfigurationError when there are several and none is named */
export function oneTenant(tenants: readonly Tenant[], name: string | undefined): Tenant {
  if (name !== undefined) return findTenant(tenants, name);
  const [only, ...others] = tenants;
  if (only !== undefined && others.length === 0) return only;
  const known = tenants.map(({ slug }) => slug).join(', ');
  throw new ConfigurationError([`--tenant: is needed, since there are several tenants. One of ${known}.`]);
}

/** Runs a command as a process does: its exit code, and a failure as a sentence. */
export async function runCommand(work: () => Promise<number>, report: (line: string) => void): Promise<number> {
  try {
    return await work();
  } catch (error) {
    report(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
