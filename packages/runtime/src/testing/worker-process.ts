import { createSystemClock } from '@crossvault/core';
import { createEngine } from '@crossvault/engine';
import { openPostgresStore } from '@crossvault/store';
import { silentLogger } from '@crossvault/testkit';
import { sharedConnections } from './shared-vendors.ts';

/** A worker process: reports to its parent which connection it asks. One connection hangs. */
const [url = '', hangs = ''] = process.argv.slice(2);
const clock = createSystemClock();
const store = await openPostgresStore({ url });
const connections = sharedConnections(clock, async (name) => {
  process.send?.({ asked: name });
  if (name === hangs) await new Promise(() => undefined);
});
const engine = createEngine({ connections, clock, logger: silentLogger, store });
if (store.openQueue === undefined) throw new Error('The store is shared by no workers.');
await engine.synchronizer?.share(await store.openQueue(), 1);
process.once('message', async () => {
  await engine.close();
  await store.close();
  process.disconnect();
});
