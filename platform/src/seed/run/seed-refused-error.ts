/** The platform refused something that the seed did: a mistake of the seed, or a store that is not as it left it. */
export class SeedRefusedError extends Error {
  override readonly name = 'SeedRefusedError';
  /** The step, or what else was asked. */
  readonly key: string;
  /** The error's code, where it has one. */
  readonly code: string | null;

  constructor(key: string, why: string, code: string | null) {
    super(`${key}: ${why}`);
    this.key = key;
    this.code = code;
  }
}
