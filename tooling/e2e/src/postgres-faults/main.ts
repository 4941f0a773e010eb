import { parseArgs } from 'node:util';
import { surviveFaults } from './survive-faults.ts';

/** What happens to workers when something happens to their PostgreSQL: `pnpm check:postgres-faults [--quick] [--rounds N] [--held-seconds N]`. */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    'held-seconds': { type: 'string' },
  },
});
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** Every connection has to continue within this time. */
const mostMs = 30_000;

const report = await surviveFaults({
  workers: 2,
  connections: 24,
  underWay: 8,
  downMs: 5_000,
  heldMs: Number(values['held-seconds'] ?? (values.quick ? 60 : 600)) * 1_000,
  rounds: Number(values.rounds ?? (values.quick ? 1 : 4)),
  write,
});
const { survivals, turns, jobs, history } = report;
const counts = Object.entries(history).map(([fault, found]) => `${found.length} ${fault}`);
write(`${turns} turns, ${jobs} jobs in the end; ${counts.join(', ')}`);
for (const found of Object.values(history).flat().slice(0, 20)) write(`  ${found}`);
const isLate = survivals.some(({ goneOnMs, longestGapMs }) => Math.max(goneOnMs, longestGapMs ?? 0) > mostMs);
if (isLate) write(`A connection had no turn for more than ${mostMs / 1000} seconds.`);
if (isLate || Object.values(history).flat().length > 0) process.exitCode = 1;
