/** A disk for tests that crashes and loses what a real one may lose, and mistakes to prove that the tests see them. */
export { faultyFilePorts } from './faulty-file-ports.ts';
export { type SeededRandom, createSeededRandom } from './seeded-random.ts';
export {
  type CrashKind,
  type DiskFault,
  SimulatedCrashError,
  SimulatedDisk,
} from './simulated-disk.ts';
