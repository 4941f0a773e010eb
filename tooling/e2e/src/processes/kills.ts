import { killServer } from './kill-server.ts';
import { killWorkers } from './kill-workers.ts';

/** 50 deaths each of a server on SQLite and of workers on PostgreSQL, in a backfill of 20,000 jobs; the seed chooses when. */
const seed = Number(process.argv[2] ?? 20261125);
const plan = { kills: 50, jobs: 20_000, seed, longestLife: 40 };
const proofs = {
  'serve on SQLite': () => killServer(plan),
  'workers on PostgreSQL': () => killWorkers({ ...plan, restarts: 4 }),
};

const countTenths = (stored: readonly number[], jobs: number): readonly number[] =>
  Array.from(
    { length: 10 },
    (_, tenth) => stored.filter((count) => Math.min(9, Math.floor((count / jobs) * 10)) === tenth).length,
  );

for (const [name, prove] of Object.entries(proofs)) {
  const { faults, storedAtKills, jobs } = await prove();
  const counts = Object.entries(faults).map(([fault, found]) => `${found.length} ${fault}`);
  console.log(`${name}: ${storedAtKills.length} kills (seed ${seed}), ${jobs} jobs in the end; ${counts.join(', ')}`);
  console.log(`  stored at each kill: ${storedAtKills.join(' ')}`);
  console.log(`  kills in each tenth of the history: ${countTenths(storedAtKills, jobs).join(' ')}`);
  for (const found of Object.values(faults).flat().slice(0, 20)) console.log(`  ${found}`);
  if (Object.values(faults).flat().length > 0) process.exitCode = 1;
}
