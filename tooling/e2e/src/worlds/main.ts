import { openCheckedPostgres, openCheckedSqlite } from './open-stores.ts';
import { longDays, runWorld, shortDays } from './run-world.ts';

/**
 * Runs worlds with random seeds for so many minutes, four on SQLite to one on PostgreSQL. A seed as the second argument
 * begins there: the world that it names comes first. Ends with 1 and the seed where something was wrong.
 */
const minutes = Number(process.argv[2] ?? 10);
const seed = process.argv[3] ?? String(Math.floor(Math.random() * 1e9));
if (!(minutes > 0)) throw new RangeError(`The number of minutes has to be above 0, not "${process.argv[2]}".`);
console.log(`Worlds for ${minutes} minutes, seed ${seed}`);

const endsMs = performance.now() + minutes * 60_000;
const [sqlite, postgres] = [await openCheckedSqlite(), await openCheckedPostgres()];
const lastDigits = Number.isInteger(Number(seed)) ? Number(seed) : 0;
let worlds = 0;
for (; performance.now() < endsMs; worlds += 1) {
  const own = lastDigits + worlds;
  const isShared = own % 5 === 4;
  const { store } = isShared ? postgres : sqlite;
  const found = await runWorld(store, String(own), isShared || own % 2 === 0 ? shortDays : longDays);
  if (found.length === 0) continue;
  console.log(`Seed ${own} (on ${isShared ? 'PostgreSQL' : 'SQLite'}):`);
  for (const each of found.slice(0, 20)) console.log(`  ${each}`);
  process.exitCode = 1;
  break;
}
console.log(`${worlds} worlds without a counterexample`);
await Promise.all([sqlite.close(), postgres.close()]);
