import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startKafka } from '../servers/kafka-server.ts';
import { freePort } from '../servers/local-server.ts';
import { startMongodbCompatible } from '../servers/mongodb-compatible-server.ts';
import { type FaultyLine, openFaultyLine } from './faulty-line.ts';
import { type LimitedDisk, openLimitedDisk } from './limited-disk.ts';
import { ServerProcess } from './server-process.ts';
import type { StartedProcesses } from './started-processes.ts';

export interface WorldOptions {
  /** The run's own folder: data, logs, answers. */
  readonly directory: string;
  /** Where downloads are kept between runs. */
  readonly cacheDirectory: string;
  readonly syncOnCommit: boolean;
  readonly started: StartedProcesses;
  readonly progress: (line: string) => void;
}

/** The broker, the database, the lines to them and the database's disk: what stays while processes come and go. */
export interface World {
  readonly servers: Readonly<Record<'broker' | 'database', ServerProcess>>;
  readonly lines: Readonly<Record<'broker-line' | 'database-line', FaultyLine>>;
  readonly disk: LimitedDisk;
  /** Through the lines. */
  readonly mongodbUrl: string;
  readonly kafkaBrokers: string;
  close(data: 'kept' | 'dropped'): Promise<void>;
}

const DISK_BYTES = 2 ** 30;

/** Starts both servers with empty data. Kafka tells its clients the line's address, so that all of them come through it. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { directory, cacheDirectory, started, progress } = options;
  mkdirSync(directory, { recursive: true });
  const databaseDirectory = join(directory, 'database');
  const disk = openLimitedDisk(databaseDirectory, DISK_BYTES);
  const ports = { broker: await freePort(), database: await freePort() };
  const lines = {
    'broker-line': await openFaultyLine(await freePort(), ports.broker),
    'database-line': await openFaultyLine(await freePort(), ports.database),
  };
  const quiet = (): void => undefined;
  const broker = new ServerProcess({
    name: 'broker',
    started,
    launch: (onProcess) =>
      startKafka({
        cacheDirectory,
        dataDirectory: join(directory, 'broker'),
        progress: quiet,
        port: ports.broker,
        advertisedPort: lines['broker-line'].port,
        onProcess,
      }),
  });
  const database = new ServerProcess({
    name: 'database',
    started,
    launch: (onProcess) =>
      startMongodbCompatible({
        cacheDirectory,
        dataDirectory: databaseDirectory,
        progress: quiet,
        port: ports.database,
        syncOnCommit: options.syncOnCommit,
        onProcess,
      }),
  });
  const close = async (data: 'kept' | 'dropped'): Promise<void> => {
    await Promise.all([broker.stop(), database.stop()]);
    await Promise.all(Object.values(lines).map((line) => line.close()));
    disk.close(data);
  };
  try {
    progress(
      `Starting Kafka and the MongoDB-compatible server ${options.syncOnCommit ? 'with' : 'WITHOUT'} sync on commit; its disk: ${disk.kind}.`,
    );
    await Promise.all([broker.start(), database.start()]);
  } catch (error) {
    await close('kept');
    throw error;
  }
  return {
    servers: { broker, database },
    lines,
    disk,
    mongodbUrl: `mongodb://127.0.0.1:${lines['database-line'].port}/?directConnection=true`,
    kafkaBrokers: `127.0.0.1:${lines['broker-line'].port}`,
    close,
  };
}
