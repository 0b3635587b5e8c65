import type { Installation } from './company.ts';
import type { Core } from './process/pinned-process.ts';

export type SubgraphUrls = Readonly<Record<string, string>>;

/** One way to run the platform or its gateway, measured side by side with the others. */
export interface Arm {
  readonly name: string;
  readonly title: string;
  /** Relative to tools/bench/src. */
  readonly script: string;
  /** What its process is told beside what all are told. */
  readonly task?: object;
  /** Operations are registered first, and then named by their hash (Apollo's persisted-query protocol). */
  readonly isPersisted?: boolean;
  /** What the client says that it accepts; `application/json` where not given. */
  readonly accept?: string;
  /** It replays the right answer without making it, so there is nothing to compare. */
  readonly replays?: boolean;
  /** Works without the subgraphs' own processes. */
  readonly isWhole?: boolean;
}

export interface ArmTask {
  /** The arm's own. */
  readonly name: string;
  readonly installation: Installation;
  readonly subgraphUrls: SubgraphUrls;
  /** The path of the composed schema. */
  readonly supergraph: string;
  /** The subgraphs are real and want a signed identity. */
  readonly signs: boolean;
}

export const STOCK = 'stock';
export const FLOOR = 'floor';
export const OURS = 'ours';
export const FAST = 'ours-fast';
export const HIVE = 'hive-gateway';
export const HIVE_ROUTER = 'hive-router-runtime';
export const ONE_PROCESS = 'one-process';
export const ONE_PROCESS_FAST = 'one-process-fast';

const stock: Arm = { name: STOCK, title: 'stock @apollo/gateway + @apollo/server', script: '../peers/stock.mjs' };
/** As good as plain JSON, but in a form that our fast lane leaves to Apollo Server. */
const ORDINARY_ACCEPT = 'application/json;q=0.9';
const ours: Arm = { name: OURS, title: 'ours, ordinary lane', script: 'arms/ours.mjs', accept: ORDINARY_ACCEPT };
const fast: Arm = { name: FAST, title: 'ours, fast lane', script: 'arms/ours.mjs', isPersisted: true };
const whole = { script: 'arms/one-process.mjs', isWhole: true };

/** The gateways that a team could run in front of these subgraphs, ours, and the least that any of them can do. */
export const GATEWAY_ARMS: readonly Arm[] = [
  stock,
  { name: HIVE, title: 'Hive Gateway', script: '../peers/hive.mjs', task: { routerRuntime: false } },
  { name: HIVE_ROUTER, title: 'Hive, router-runtime', script: '../peers/hive.mjs', task: { routerRuntime: true } },
  ours,
  fast,
  { name: FLOOR, title: 'floor: fetch, parse, stringify', script: 'arms/floor.mjs', replays: true },
];

/** The whole platform: gateway and subgraphs over HTTP, or all in one process. */
export const PLATFORM_ARMS: readonly Arm[] = [
  { ...stock, title: 'stock gateway, our services over HTTP' },
  { ...ours, title: 'ours over HTTP, ordinary lane' },
  { ...fast, title: 'ours over HTTP, fast lane' },
  { ...whole, name: ONE_PROCESS, title: 'one process, ordinary lane', accept: ORDINARY_ACCEPT },
  { ...whole, name: ONE_PROCESS_FAST, title: 'one process, fast lane', isPersisted: true },
  { name: FLOOR, title: 'floor: the same calls, stringify', script: 'arms/application-floor.mjs', isWhole: true },
];

export const SERVER_CORE: Core = 0;
export const CLIENT_CORE: Core = 1;
