import { silentLogger } from '@crossvault/core';
import { openRuntime } from '@crossvault/runtime';

/** A process that syncs every connection of a configuration until its history is stored, and reports what that cost. */
const [configPath = ''] = process.argv.slice(2);
const runtime = await openRuntime({ configPath, makeStore: true, logger: silentLogger });
const { engine, store, configuration } = runtime;
const before = process.cpuUsage();
const startMs = performance.now();
for (const { name } of configuration.connections) {
  for (;;) {
    const { sync } = await engine.sync(name, null);
    if (sync?.state === 'current') break;
    if (sync?.state !== 'syncing') throw new Error(`${name} is ${sync?.state}: ${JSON.stringify(sync?.problem)}`);
  }
}
const wallMs = performance.now() - startMs;
const { user, system } = process.cpuUsage(before);
process.send?.({ wallMs, processorMs: (user + system) / 1000, lastChange: (await store?.lastChange()) ?? '' });
await runtime.close();
process.disconnect?.();
