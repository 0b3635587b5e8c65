import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { supergraphPath } from '../compose/supergraph.ts';
import { acceptedChangesPath, readAcceptedChanges } from './accepted-changes.ts';
import { compareSupergraphs } from './breaking-changes.ts';
import { failed, passed, type CheckOutcome, type CheckStep } from './check-step.ts';
import { findSchemaBaseline } from './schema-baseline.ts';

/** A client that works today works tomorrow, save where a break was decided on and written down. */
export function schemaStep(root: string): CheckStep {
  return { name: 'no breaking schema change', run: () => checkSchema(root) };
}

async function checkSchema(root: string): Promise<CheckOutcome> {
  const path = join(root, supergraphPath);
  if (!existsSync(path)) return failed(`There is no ${supergraphPath} yet: make it with \`npm run compose\`.`);
  const current = readFileSync(path, 'utf8');
  const baseline = await findSchemaBaseline(root, current);
  if (baseline === null) return passed('git holds no earlier supergraph to compare with');
  const { breaking, accepted } = await compareSupergraphs(baseline.sdl, current, readAcceptedChanges(root));
  if (breaking.length === 0) {
    return passed(`against ${baseline.commit}${accepted === 0 ? '' : `, ${accepted} accepted`}`);
  }
  return failed(
    `Since ${baseline.commit} the API breaks its clients. Take it back, or accept it in ${acceptedChangesPath} by the ` +
      `line below it, with a reason:\n${breaking.map((change) => `- ${change}`).join('\n')}`,
  );
}
