import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { markCurrent, readAddress, startCommand, writeConfiguration } from './processes/crossvault-process.ts';
import { fillStore } from './store/fill-store.ts';
import { allConnections } from './store/make-jobs.ts';
import { type CallersFigure, measureCallers } from './store/measure-callers.ts';
import { createSqliteBenchStore } from './store/sqlite-bench-store.ts';

/** Whether one key stops the facade for another: `pnpm bench:callers [jobs]`. */
const jobs = Number(process.argv[2] ?? 200_000);
const write = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'crossvault-callers-'));

async function createKey(configPath: string, name: string, connections: readonly string[]): Promise<string> {
  const seen = connections.flatMap((connection) => ['--connection', connection]);
  const child = startCommand(['keys', 'create', name, '--scope', 'read', ...seen, '--config', configPath]);
  if (child.stdout === null) throw new Error('The command has no stdout.');
  return (await text(child.stdout)).trim();
}

const isHeld = ({ healthMs, oneJobMs, quietHealthMs, quietOneJobMs }: CallersFigure): boolean =>
  Math.max(healthMs, quietHealthMs) < 100 && Math.max(oneJobMs, quietOneJobMs) < 1000;

try {
  const benchStore = createSqliteBenchStore(folder);
  const store = await benchStore.open('full');
  await fillStore(store, { jobs, mostMinutes: 20, write });
  await markCurrent(store);
  await store.close();
  const configPath = await writeConfiguration(folder, benchStore.address('full'));
  const busyKey = await createKey(configPath, 'busy', allConnections().slice(1));
  const otherKey = await createKey(configPath, 'other', []);
  const server = startCommand(['serve', '--config', configPath, '--listen', '127.0.0.1:0']);
  const url = await readAddress(server);
  const figures = await measureCallers({ url, busyKey, otherKey }).finally(async () => {
    server.kill('SIGTERM');
    await once(server, 'close');
  });
  write(`${jobs} jobs; the slowest answers of another caller, in milliseconds:`);
  for (const { question, callers, answered, refused, broken, ...times } of figures) {
    const shown = Object.entries(times).map(([name, ms]) => `${name} ${ms.toFixed(0)}`);
    write(
      `${callers} callers, ${question}: ${answered} answered, ${refused} refused, ${broken} broken; ${shown.join(', ')}`,
    );
  }
  process.exitCode = figures.every(isHeld) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
