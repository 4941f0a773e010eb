import { FAULT_KINDS } from '@crossvault/simulators';
import { openHouse } from './open-house.ts';
import { readWhole } from './read-whole.ts';

const [jobs, failing, pause, skip] = [
  Number(process.argv[2]),
  Number(process.argv[3]),
  Number(process.argv[4]),
  process.argv[5] ?? '',
];
const house = await openHouse({ jobs, seed: 5, days: 60, deadlineMs: 120_000 });
const kinds = FAULT_KINDS.filter(
  (k) =>
    ![
      'huge',
      'forbidden-fields',
      'broken-order',
      'ignored-filter',
      'endless-link',
      'foreign-link',
      ...skip.split(','),
    ].includes(k),
);
for (const { id, vendor } of house.vendors)
  if (failing) vendor.faults.random({ seed: `5 ${id}`, probability: failing, kinds, maxConsecutive: 3 });
const t = performance.now();
const r = await readWhole(house, { limit: 500, mostPages: 5000, pauseMs: pause });
console.log(
  r.jobs.length,
  r.pages.length,
  house.vendors.map(({ vendor }) => vendor.requestCount),
  performance.now() - t,
);
for (const p of r.pages)
  if (p.some((s) => s.status !== 'ok'))
    console.log(
      p.map((s) => `${s.connection}:${s.status}:${s.count}:${s.warnings}:${s.problem?.code ?? ''}`).join('  '),
    );
for (const { vendor } of house.vendors) console.log(vendor.id, vendor.faults.done.map((d) => d.kind).join());
process.exit(0);
