/**
 * Preloaded (`node --import`) into processes that must not outlive the one that started them, however that one ends: it
 * holds the other end of this process's standard input, and the system closes that when it is gone.
 */
import { setTimeout } from 'node:timers';

const GRACE_MS = 12_000;

function end() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
}

process.stdin.once('end', end);
process.stdin.once('error', end);
process.stdin.resume();
// Waiting for the end keeps nobody alive who is done.
process.stdin.unref();
