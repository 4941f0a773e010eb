import { makePages, sync } from './measure-during-sync.ts';
import { openAddress } from './open-address.ts';

/** A process that syncs beside the reading one, until its parent stops it. */
const [address = '', first = '', jobsASecond = ''] = process.argv.slice(2);
const store = await openAddress(address);
const ending = new AbortController();
process.once('message', () => {
  ending.abort();
  process.disconnect();
});
const pages = makePages(Number(first), Number(jobsASecond));
process.send?.('begun');
await sync(store, pages, Number(jobsASecond), ending.signal);
await store.close();
