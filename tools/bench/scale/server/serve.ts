import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { keepNewObjectsYoung } from '@hiregraph/subgraph';
import { openPlatform } from './open-platform.ts';
import type { Command, ServerReport } from './protocol.ts';

/** The platform under measurement, in a process of its own. Talks with the bench over the process's channel. */
const [dataDirectory = ''] = process.argv.slice(2);
keepNewObjectsYoung();
const began = performance.now();
const { platform, disk, token, eventDelays } = await openPlatform(dataDirectory);
await platform.startServices();
const storesOpen = performance.now() - began;
await platform.startServing();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

function report(): ServerReport {
  const { rss, heapUsed, heapTotal } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const result: ServerReport = {
    origin: platform.gateway.origin,
    token,
    storesOpenMilliseconds: storesOpen,
    memory: { rss, heapUsed, outsideHeap: rss - heapTotal },
    cpuMilliseconds: (user + system) / 1000,
    disk: Object.fromEntries([...disk.use].map(([name, use]) => [name, { ...use }])),
    loopDelay: {
      p50: delay.percentile(50) / 1e6,
      p99: delay.percentile(99) / 1e6,
      max: delay.max / 1e6,
    },
    eventDelays: eventDelays.splice(0),
  };
  delay.reset();
  return result;
}

/** Holds every sync of the stores until the bench lets one go, so that it can count those that an answer waits for. */
function countWaits(): { released: () => number; end: () => void } {
  let released = 0;
  let ended = false;
  disk.gate = async (journal) => {
    if (ended || !(journal in { job: 0, candidate: 0, evaluation: 0 })) return;
    // As long as anything else has to be done, it is done first: only what truly waits for this sync waits longer.
    await sleep(20);
    released += 1;
  };
  return {
    released: () => released,
    end: () => {
      ended = true;
      disk.gate = null;
    },
  };
}

let waits: ReturnType<typeof countWaits> | null = null;
let profiling: Session | null = null;

/** @param file where to write the profile that was begun before; null begins one */
async function profile(file: string | null): Promise<void> {
  if (file === null) {
    profiling = new Session();
    profiling.connect();
    await profiling.post('Profiler.enable');
    await profiling.post('Profiler.start');
  } else if (profiling !== null) {
    const { profile: recorded } = await profiling.post('Profiler.stop');
    await writeFile(file, JSON.stringify(recorded));
    profiling.disconnect();
    profiling = null;
  }
}

// The bench is gone, however it ended.
process.on('disconnect', () => {
  void platform.stop();
});

process.on('message', (command: Command) => {
  void (async () => {
    switch (command.name) {
      case 'report':
        if (command.collectGarbage) globalThis.gc?.();
        process.send?.({ name: 'report', report: report() });
        break;
      case 'idle':
        await platform.whenRelayed();
        process.send?.({ name: 'idle' });
        break;
      case 'count-waits':
        waits?.end();
        waits = command.on ? countWaits() : null;
        process.send?.({ name: 'waits', released: 0 });
        break;
      case 'waits':
        process.send?.({ name: 'waits', released: waits?.released() ?? 0 });
        break;
      case 'profile':
        await profile(command.file);
        process.send?.({ name: 'idle' });
        break;
      case 'stop':
        process.disconnect();
    }
  })();
});
process.send?.({ name: 'report', report: report() });
