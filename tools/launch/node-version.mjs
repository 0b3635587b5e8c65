/**
 * Says in one sentence what is wrong with the running Node version, or null when it will do.
 * Written in the plainest syntax, so that an old Node gets as far as reading the sentence.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return (
    'Hiregraph needs Node 20.19 or newer, and this is Node ' +
    version +
    '. Install a newer one from https://nodejs.org (or `nvm install` in this folder) and run the command again.'
  );
}
