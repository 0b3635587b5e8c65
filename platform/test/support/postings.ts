import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REAL = fileURLToPath(new URL('../../../../shared/postings/senior-backend-team-lead.txt', import.meta.url));

export const OWN_POSTING = `Harbour Pilot

We move large ships through narrow water. You will stand on the bridge and take them in.

What you will do
- Guide vessels of up to 300 metres through the harbour
- Talk to captains, tugs and traffic control

Must have
- A master mariner's licence
- 5+ years at sea as an officer

Experience with ice is a big plus.
`;

/**
 * A real posting that lies beside the repository, or null where it does not. In CI its absence is a failure.
 */
export function realPosting(): string | null {
  if (existsSync(REAL)) return readFileSync(REAL, 'utf8');
  if (process.env.CI) throw new Error('The real posting must lie beside the repository in CI (../shared/postings).');
  return null;
}
