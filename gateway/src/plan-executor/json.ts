/** An object of an answer. It may be shared with whoever made it: only copies of our own are ever written to. */
export type JsonObject = Record<string, unknown>;

/** Not null, and no list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
