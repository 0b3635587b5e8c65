import { join } from 'node:path';
import { runPlatform } from '../../../../platform/src/run-platform.ts';
import { createEmbeddedEngine, type EngineCollection, type StoredDocument } from '@hiregraph/storage';
import { copierOf, type ScorecardOwners, scorecardOwners } from './copy-documents.ts';

/** What belongs to single applications, by store. All else (jobs, staff, reasons) is there once, however many there are. */
const COPIED: Readonly<Record<string, readonly string[]>> = {
  candidate: ['applications', 'candidates', 'interviews'],
  evaluation: ['applications', 'interviews', 'scorecards'],
  job: ['known_applications'],
};

/** Documents that are handed over before their fsync is waited for. */
const DOCUMENTS_A_WAIT = 2_000;

export interface Company {
  readonly applications: number;
  readonly candidates: number;
  readonly interviews: number;
  readonly scorecards: number;
  /** JSON bytes of all copied kinds of documents, over all stores, an application. */
  readonly bytesAnApplication: number;
}

/**
 * Makes a company with so many applications: the sample company through the platform's own operations, then copies of its
 * documents straight into the stores. The journal is left without a snapshot.
 * @param dataDirectory empty
 */
export async function fillStores(dataDirectory: string, applications: number): Promise<Company> {
  await seedSampleCompany(dataDirectory);
  const counts = new Map<string, number>();
  let bytes = 0;
  let copies = 0;
  for (const [name, collections] of Object.entries(COPIED)) {
    const engine = createEmbeddedEngine({
      directory: join(dataDirectory, 'store'),
      name,
      snapshotBytes: Number.POSITIVE_INFINITY,
    });
    await engine.start();
    const owners = scorecardOwners(name === 'evaluation' ? await all(engine.collection('scorecards', [])) : []);
    for (const collectionName of collections) {
      const collection = engine.collection(collectionName, []);
      const originals = await all(collection);
      if (collectionName === 'applications') copies = Math.ceil(applications / originals.length) - 1;
      const written = await writeCopies(collection, originals, copies, owners);
      bytes += written.bytes;
      counts.set(`${name}.${collectionName}`, written.documents);
    }
    await engine.stop();
  }
  const made = counts.get('candidate.applications') ?? 0;
  return {
    applications: made,
    candidates: counts.get('candidate.candidates') ?? 0,
    interviews: counts.get('evaluation.interviews') ?? 0,
    scorecards: counts.get('evaluation.scorecards') ?? 0,
    bytesAnApplication: Math.round(bytes / made),
  };
}

async function seedSampleCompany(dataDirectory: string): Promise<void> {
  const running = await runPlatform({
    environment: { DATA_DIR: dataDirectory, PORT: '0' },
    flags: [],
    print: () => undefined,
    isTerminal: false,
    progress: () => undefined,
    onFailure: (error) => {
      throw error;
    },
  });
  await running.stop();
}

async function all(collection: EngineCollection): Promise<readonly StoredDocument[]> {
  const found: StoredDocument[] = [];
  for await (const document of collection.all()) found.push(document);
  return found;
}

async function writeCopies(
  collection: EngineCollection,
  originals: readonly StoredDocument[],
  copies: number,
  owners: ScorecardOwners,
): Promise<{ readonly documents: number; readonly bytes: number }> {
  const size = originals.reduce((sum, document) => sum + Buffer.byteLength(JSON.stringify(document)), 0);
  const copiers = originals.map((document) => copierOf(document, owners));
  let waiting = 0;
  for (let copy = 1; copy <= copies; copy++) {
    for (const make of copiers) {
      waiting += 1;
      const isLast = waiting % DOCUMENTS_A_WAIT === 0;
      // eslint-disable-next-line no-restricted-syntax -- These are finished documents, which no decision led to.
      await collection.insertOne(make(copy), { settledByLaterWrite: !isLast });
    }
  }
  return { documents: originals.length * (copies + 1), bytes: size * (copies + 1) };
}
