/** The one place of the bench that reads the environment. */
export function readEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env };
}
