import { createServer } from '@crossvault/api';
import { silentLogger } from '@crossvault/core';
import { openRuntime } from '@crossvault/runtime';
import { createScaledClock } from './scaled-clock.ts';

/** What `crossvault serve` is, on a clock that runs faster. Its parent asks for its memory, and ends it. */
const [configPath = '', startMs = '', scale = ''] = process.argv.slice(2);
const clock = createScaledClock(Number(startMs), Number(scale));
const runtime = await openRuntime({ configPath, clock, logger: silentLogger, keepHistory: true, servesCallers: true });
const listen = { host: '127.0.0.1', port: 0 };
const server = await createServer({ engine: runtime.engine, listen, logger: silentLogger, clock, auth: 'none' });

/** Twice: what the first collection lets go may be held by finalizers until the second. */
function collect(): void {
  globalThis.gc?.();
  globalThis.gc?.();
}

process.on('message', () => {
  const residentBytes = process.memoryUsage.rss();
  collect();
  process.send?.({ residentBytes, heapBytes: process.memoryUsage().heapUsed });
});
process.once('disconnect', async () => {
  await server.close();
  await runtime.close();
  process.exit();
});
process.send?.({ url: server.url, nowMs: clock.now() });
