/** A disk for tests that crashes and loses what a real one may lose, and mistakes to prove that the tests see them. */
export { faultyFilePorts } from './disk/faulty-file-ports.ts';
export {
  type CrashKind,
  type DiskFault,
  SimulatedCrashError,
  SimulatedDisk,
} from './disk/simulated-disk.ts';
