import { CrossvaultError } from '@crossvault/core';
import { everything, firstRows, reading } from '@crossvault/testkit/store';
import { openSqliteStore } from '../index.ts';
import { realClock } from './real-clock.ts';

/** A process of its own: opens the file, writes batches of a hundred jobs, tells each that is stored, and at last `done`. */
const [path = '', connection = '', batches = '1'] = process.argv.slice(2);

try {
  const store = await openSqliteStore({ path, clock: realClock });
  const rows = await store.listJobs(everything, { ...firstRows, limit: 500 });
  if (rows.length > 0) console.log(`read ${rows.length}`);
  if (process.argv.includes('--check')) console.log(`faults ${(await store.check()).length}`);
  for (let batch = 0; batch < Number(batches); batch += 1) {
    await store.putJobs(Array.from({ length: 100 }, (_, index) => reading(connection, `${batch * 100 + index}`)));
    if (Number(batches) >= 1000) console.log(`batch ${batch}`);
  }
  await store.close();
  console.log('done');
} catch (error) {
  const { code, message } = CrossvaultError.from(error);
  console.log(`${code}: ${message}`);
}
