import { setTimeout as wait } from 'node:timers/promises';
import { openRuntime } from '@crossvault/runtime';

/** A process of its own that keeps history: it says how far it has come, and ends when everything is read. */
const [configPath = ''] = process.argv.slice(2);
const runtime = await openRuntime({ configPath, keepHistory: true });

for (;;) {
  const states = [...((await runtime.engine.synchronizer?.states()) ?? new Map()).values()];
  process.stdout.write(`${Math.min(...states.map(({ progress }) => progress ?? 0))}\n`);
  if (states.every(({ state }) => state === 'current')) break;
  await wait(100);
}
await runtime.close();
