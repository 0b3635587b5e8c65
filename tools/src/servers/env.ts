/** The one place of the local servers' tools that reads the environment. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env };
}
