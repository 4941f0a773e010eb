import { parseArgs } from 'node:util';
import { runTurns, type TurnsPlan, type TurnsReport } from './run-turns.ts';

/** 10,000 connections by a virtual clock: `pnpm bench:turns [--quick] [--form serve|workers] [--connections N] [--minutes N]`. */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    form: { type: 'string' },
    connections: { type: 'string' },
    minutes: { type: 'string' },
  },
});
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** More than a process has requests under way at once. */
const hanging = 100;
const connections = Number(values.connections ?? (values.quick ? 2_000 : 10_000));
/** A twentieth of a day: one in twenty of its turns. */
const minutes = Number(values.minutes ?? (values.quick ? 20 : 72));
const plan = {
  connections,
  hangingOneIn: Math.max(2, Math.floor(connections / hanging)),
  concurrency: 40,
  warmUpMinutes: values.quick ? 10 : 15,
  minutes,
  write,
} satisfies Partial<TurnsPlan>;

/** In one process, or shared by workers over a queue. */
const forms: Readonly<Record<string, number>> = { serve: 0, workers: 2 };

/** No connection waits for longer than two intervals of an idle connection. */
const longestGapMs = 2 * 300_000;

const holds = ({ lateShare, longestGapMs: gapMs, neverServed }: TurnsReport): boolean =>
  lateShare.p99 <= 1 && gapMs <= longestGapMs && neverServed === 0;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

for (const [form, workers] of Object.entries(forms)) {
  if (values.form !== undefined && values.form !== form) continue;
  write(
    `${form}: ${connections} connections, ${plan.minutes} minutes after ${plan.warmUpMinutes} of the first reading`,
  );
  const report = await runTurns({ ...plan, workers });
  const { turns, lateMs, lateShare, mostRequests, cpuMicrosecondsATurn, heapMiB } = report;
  write(`  ${turns} turns, ${cpuMicrosecondsATurn.toFixed(0)} µs of processor time each`);
  write(`  late: p50 ${seconds(lateMs.p50)}, p99 ${seconds(lateMs.p99)}, max ${seconds(lateMs.max)}`);
  write(`  late as a share of the interval: p50 ${lateShare.p50.toFixed(3)}, p99 ${lateShare.p99.toFixed(3)}`);
  write(`  longest gap of a healthy connection ${seconds(report.longestGapMs)}, never served ${report.neverServed}`);
  write(`  at most ${mostRequests} requests under way, heap ${heapMiB.toFixed(0)} MiB`);
  write(`  ${holds(report) ? 'holds' : 'does NOT hold'}`);
  if (!holds(report)) process.exitCode = 1;
}
process.exit();
