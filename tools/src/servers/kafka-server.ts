import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accepts, freePort, launch, type LocalServer, type Progress, runToEnd } from './local-server.ts';

const POM = fileURLToPath(new URL('../../servers/kafka-pom.xml', import.meta.url));
const CLUSTER_ID = 'aGlyZWdyYXBoLWxvY2FsMQ';

export interface KafkaServerOptions {
  /** Where downloads are kept between runs. */
  readonly cacheDirectory: string;
  /** Where this server keeps its data and its log. */
  readonly dataDirectory: string;
  readonly progress: Progress;
  /** Any free one where not given. */
  readonly port?: number;
  /** Where clients are told to find it, such as a proxy in between; its own port where not given. */
  readonly advertisedPort?: number;
  /** Told as soon as there is a process, before it answers. */
  readonly onProcess?: (processId: number) => void;
  /** How clients have to come in; anybody, and unencrypted, where not given. */
  readonly security?: KafkaSecurity;
}

/** What a listener asks of clients. The node talks to itself on another, which nobody is told of. */
export interface KafkaSecurity {
  readonly protocol: 'SASL_SSL' | 'SASL_PLAINTEXT' | 'SSL';
  /** Lines of server.properties. */
  readonly properties: readonly string[];
  /** Words for the command that formats the log directory, which makes SCRAM users. */
  readonly formatWords: readonly string[];
}

/** Fetches Apache Kafka's jars once (Maven, about 45 MB). */
async function fetchJars({ cacheDirectory, progress }: KafkaServerOptions): Promise<string> {
  const jars = join(cacheDirectory, 'kafka-4.1.0');
  if (existsSync(jars)) return jars;
  progress('Kafka: fetching Apache Kafka 4.1.0 with Maven (about 45 MB, once) …');
  const partial = `${jars}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  await runToEnd('mvn', ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`]);
  renameSync(partial, jars);
  return jars;
}

interface Ports {
  readonly port: number;
  readonly advertisedPort: number;
  readonly controllerPort: number;
  /** For the node itself, where clients need more than to come. */
  readonly ownPort: number | null;
}

/** @returns the lines of server.properties that say who listens where, and how */
function listeners({ port, advertisedPort, controllerPort, ownPort }: Ports, security?: KafkaSecurity): string[] {
  const protocol = security?.protocol ?? 'PLAINTEXT';
  const own = ownPort === null ? '' : `,PLAINTEXT://127.0.0.1:${ownPort}`;
  return [
    `listeners=${protocol}://127.0.0.1:${port}${own},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=${protocol}://127.0.0.1:${advertisedPort}${own}`,
    'controller.listener.names=CONTROLLER',
    `listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT${security === undefined ? '' : `,${protocol}:${protocol}`}`,
    ...(security?.properties ?? []),
  ];
}

function configuration(ports: Ports, dataDirectory: string, security?: KafkaSecurity): string {
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${ports.controllerPort}`,
    ...listeners(ports, security),
    `log.dirs=${join(dataDirectory, 'data')}`,
    'num.partitions=3',
    'auto.create.topics.enable=false',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=5',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.num.partitions=2',
    'transaction.state.log.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    '',
  ].join('\n');
}

/** Starts one Apache Kafka 4.1 node (KRaft). Data in `dataDirectory` is kept between runs. */
export async function startKafka(options: KafkaServerOptions): Promise<LocalServer> {
  const jars = await fetchJars(options);
  const port = options.port ?? (await freePort());
  const controllerPort = await freePort();
  mkdirSync(options.dataDirectory, { recursive: true });
  const properties = join(options.dataDirectory, 'server.properties');
  const { security } = options;
  const ownPort = security === undefined ? null : await freePort();
  const ports = { port, controllerPort, advertisedPort: options.advertisedPort ?? port, ownPort };
  writeFileSync(properties, configuration(ports, options.dataDirectory, security));
  const java = ['-cp', join(jars, '*')];
  if (!existsSync(join(options.dataDirectory, 'data', 'meta.properties'))) {
    options.progress('Kafka: formatting its log directory …');
    const words = ['format', '-t', CLUSTER_ID, '-c', properties, ...(security?.formatWords ?? [])];
    await runToEnd('java', [...java, 'kafka.tools.StorageTool', ...words]);
  }
  options.progress('Kafka: starting …');
  const server = await launch({
    name: 'Kafka',
    command: 'java',
    args: ['-Xmx512m', '-Xms256m', '-XX:+UseSerialGC', ...java, 'kafka.Kafka', properties],
    address: `127.0.0.1:${port}`,
    logFile: join(options.dataDirectory, 'kafka.log'),
    probe: () => accepts(port),
    graceMilliseconds: 20_000,
    ...(options.onProcess === undefined ? {} : { onProcess: options.onProcess }),
  });
  options.progress(`Kafka: ready at ${server.address}`);
  return server;
}
