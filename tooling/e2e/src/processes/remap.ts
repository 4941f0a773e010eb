import { remapAll } from './remap-all.ts';

/** Maps 65,000 jobs of 50 connections again in one SQLite file, and counts the leases that are lost meanwhile: `pnpm check:remap [jobs]`. */
const jobs = Number(process.argv[2] ?? 65_000);
const connections = 50;
const { lostLeases, seconds, left } = await remapAll({ connections, jobs });
console.log(`${jobs} jobs of ${connections} connections: ${left} left after ${seconds} s, ${lostLeases} leases lost`);
if (lostLeases > 0 || left > 0) process.exitCode = 1;
