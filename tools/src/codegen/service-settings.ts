/** What a service may say in its codegen.json. A type is named as `<module>#<name>`, seen from the generated file. */
export interface ServiceSettings {
  readonly contextType?: string;
  readonly defaultMapper?: string;
  /** GraphQL type → what its resolvers receive as parent. */
  readonly mappers?: Readonly<Record<string, string>>;
  /** GraphQL scalar → TypeScript type. */
  readonly scalars?: Readonly<Record<string, string>>;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText);

const validators: Record<keyof ServiceSettings, (value: unknown) => boolean> = {
  contextType: isText,
  defaultMapper: isText,
  mappers: isTextRecord,
  scalars: isTextRecord,
};

/**
 * @param text the content of a codegen.json
 * @param path named in the messages
 * @throws Error naming the key that is unknown or of the wrong kind
 */
export function parseServiceSettings(text: string, path: string): ServiceSettings {
  const content: unknown = JSON.parse(text);
  if (typeof content !== 'object' || content === null) throw new Error(`${path} must hold one JSON object.`);
  for (const [key, value] of Object.entries(content)) {
    const isValid = Object.hasOwn(validators, key) ? validators[key as keyof ServiceSettings] : undefined;
    if (isValid === undefined) {
      throw new Error(`${path}: "${key}" is unknown. Known are ${Object.keys(validators).join(', ')}.`);
    }
    if (!isValid(value))
      throw new Error(`${path}: "${key}" must be text, or an object of texts for mappers and scalars.`);
  }
  // Every key and value was checked above.
  return content;
}
