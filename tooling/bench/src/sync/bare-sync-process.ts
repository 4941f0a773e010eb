import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createSqliteBenchStore } from '../store/sqlite-bench-store.ts';

/** The least that storing a vendor's rows can cost: every page parsed, and every stored row upserted without an index. */
const [folder = '', pagesFile = '', name = '', tables = ''] = process.argv.slice(2);
const pages = z.array(z.string()).parse(JSON.parse(readFileSync(pagesFile, 'utf8')));
const benchStore = createSqliteBenchStore(folder);
const rows = await benchStore.readRows('crossvault', Number.MAX_SAFE_INTEGER);
const writer = await benchStore.openBare(name, tables === 'same' ? 'same' : 'plain');
const pageSize = Math.ceil(rows.length / pages.length);
const before = process.cpuUsage();
let parsed = 0;
for (const [index, page] of pages.entries()) {
  const value: unknown = JSON.parse(page);
  parsed += Array.isArray(value) ? value.length : 0;
  await writer.upsert(rows.slice(index * pageSize, (index + 1) * pageSize));
}
const { user, system } = process.cpuUsage(before);
if (parsed < rows.length) throw new Error(`Only ${parsed} of ${rows.length} rows were parsed.`);
process.send?.({ processorMs: (user + system) / 1000 });
await writer.close();
process.disconnect?.();
