import type { SeedRef, SeedStep, SeedValue } from '../plan/seed-plan.ts';

/** Everything that the plan calls by a name, as far as the run knows it by now. */
export class KnownNames {
  readonly #values = new Map<string, unknown>();

  has(name: string): boolean {
    return this.#values.has(name);
  }

  set(name: string, value: unknown): void {
    this.#values.set(name, value);
  }

  /** @returns undefined for what nothing has made yet */
  find(name: string): unknown {
    return this.#values.get(name);
  }

  /** @throws Error for a name that nothing has made yet: a mistake of the plan */
  get({ ref }: SeedRef): unknown {
    if (!this.#values.has(ref)) throw new Error(`The seed's plan uses ${ref} before anything has made it.`);
    return this.#values.get(ref);
  }

  /** The input with names replaced by what they stand for. */
  resolved(value: SeedValue): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return value.map((each) => this.resolved(each));
    if (isRef(value)) return this.get(value);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.resolved(each)]));
  }

  /** The names that a step uses and nothing has made yet. */
  missing(step: SeedStep): readonly string[] {
    const names = step.by.kind === 'candidate' ? [step.by.candidate.ref] : [];
    collect(step.input, names);
    return names.filter((name) => !this.#values.has(name));
  }
}

function collect(value: SeedValue, names: string[]): void {
  if (value === null || typeof value !== 'object') return;
  if (isList(value)) for (const each of value) collect(each, names);
  else if (isRef(value)) names.push(value.ref);
  else for (const each of Object.values(value)) collect(each, names);
}

function isList(value: object): value is readonly SeedValue[] {
  return Array.isArray(value);
}

/** Nothing that goes into an operation has a field called `ref`. */
function isRef(value: object): value is SeedRef {
  return 'ref' in value;
}
