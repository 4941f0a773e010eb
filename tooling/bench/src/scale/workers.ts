import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createPostgresBenchStore } from '../store/postgres-bench-store.ts';
import type { WorkDone } from './worker-process.ts';

/** 1, 2, 4 and 8 workers over one PostgreSQL whose connections are always due: `pnpm bench:workers [--quick]`. */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const write = (line: string): void => void process.stdout.write(`${line}\n`);

const counts = values.quick ? [1, 2] : [1, 2, 4, 8];
/** More than can have a turn in the ten seconds after which each is due again. */
const connections = 3_000;
const concurrency = 8;
const warmUpMs = values.quick ? 5_000 : 10_000;
const measuredMs = values.quick ? 10_000 : 30_000;
/** Of the clock that /proc counts in, on every Linux that Node supports. */
const ticksASecond = 100;

const program = new URL('./worker-process.ts', import.meta.url);

async function ask(worker: ChildProcess): Promise<WorkDone> {
  const answer = once(worker, 'message');
  worker.send('report');
  const [done]: WorkDone[] = await answer;
  if (done === undefined) throw new Error('A worker said nothing.');
  return done;
}

/** Processor time of all processes of PostgreSQL, in microseconds: what has ended does not count. */
async function readPostgresCpu(folder: string): Promise<number> {
  const [main = ''] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  let ticks = 0;
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The name in parentheses may have blanks; after it: state, parent, and as 12th and 13th user and system time.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (fields[1] === main || pid === main) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return (ticks / ticksASecond) * 1_000_000;
}

interface Shape {
  readonly workers: number;
  readonly turnsASecond: number;
  readonly workerMs: number;
  readonly postgresMs: number;
}

async function measure(url: string, folder: string, count: number): Promise<Shape> {
  const workers = Array.from({ length: count }, () => fork(program, [url, String(connections), String(concurrency)]));
  try {
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    await setTimeout(warmUpMs);
    const before = await Promise.all(workers.map(ask));
    const postgresBefore = await readPostgresCpu(folder);
    const beganMs = performance.now();
    await setTimeout(measuredMs);
    const after = await Promise.all(workers.map(ask));
    const seconds = (performance.now() - beganMs) / 1_000;
    const postgres = (await readPostgresCpu(folder)) - postgresBefore;
    const sum = (part: keyof WorkDone): number =>
      after.reduce((total, done, index) => total + done[part] - (before[index]?.[part] ?? 0), 0);
    const turns = sum('turns');
    return {
      workers: count,
      turnsASecond: turns / seconds,
      workerMs: sum('cpuMicroseconds') / turns / 1_000,
      postgresMs: postgres / turns / 1_000,
    };
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
  }
}

const folder = await mkdtemp(join(tmpdir(), 'crossvault-workers-'));
const server = await createPostgresBenchStore(folder);
try {
  const shapes: Shape[] = [];
  for (const count of counts) {
    await (await server.open(`workers_${count}`)).close();
    const shape = await measure(server.address(`workers_${count}`), folder, count);
    shapes.push(shape);
    const [one = shape] = shapes;
    const shown = [
      `${(shape.turnsASecond / one.turnsASecond).toFixed(2)} times the turns of one (${shape.turnsASecond.toFixed(1)} a second)`,
      `${(shape.workerMs / one.workerMs).toFixed(2)} times the processor time a turn (${shape.workerMs.toFixed(1)} ms)`,
      `${(shape.postgresMs / one.postgresMs).toFixed(2)} times that of PostgreSQL (${shape.postgresMs.toFixed(1)} ms)`,
    ];
    write(`${count} workers: ${shown.join(', ')}`);
  }
  write(
    `${availableParallelism()} cores, which the workers share with PostgreSQL; ${concurrency} turns at once a worker`,
  );
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
