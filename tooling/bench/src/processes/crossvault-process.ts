import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenedStore } from '@crossvault/store';
import { allConnections } from '../store/make-jobs.ts';
import { printPeak } from './peak-memory.ts';
import { type Core, pinned } from './pinned.ts';

const source = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
const built = source.replace('/src/main.ts', '/dist/main.js');
const isBuilt = existsSync(built);

/** How the command is run: as it is published where it was built, else from its sources. */
export const commandForm = isBuilt ? 'built' : 'from sources';

const toImport = (code: string) => `--import=data:text/javascript,${encodeURIComponent(code)}`;

/** What starts the command as an installed program. */
export const toCommandLine = (args: readonly string[], imports: readonly string[] = []): readonly string[] => [
  process.execPath,
  ...imports.map(toImport),
  isBuilt ? built : source,
  ...args,
];

/** Starts the command as an installed program. */
export function startCommand(args: readonly string[], core?: Core): ChildProcess {
  const line = toCommandLine(args, [printPeak]);
  const [program = process.execPath, ...rest] = core === undefined ? line : pinned(core, line);
  return spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Resolves with the address of `crossvault serve` once it listens, and keeps reading what it writes. */
export const readAddress = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.resume();
    server.stderr?.on('data', (bytes: Buffer) => {
      output = `${output}${bytes}`.slice(-20_000);
      const found = /listening on (?<url>http:\S+)/.exec(output)?.groups?.['url'];
      if (found !== undefined) resolve(found);
    });
    server.once('close', () => reject(new Error(`serve ended before it listened: ${output}`)));
  });

/** A configuration over a store, with connections of the made jobs; what they connect to is not there. Gives its path. */
export async function writeConfiguration(
  folder: string,
  address: string,
  connectionNames: readonly string[] = allConnections(),
): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'key'), 'made-up-for-the-benchmark', { mode: 0o600 });
  await writeFile(join(folder, 'address'), address, { mode: 0o600 });
  const connections = connectionNames.map((name) => ({
    name,
    vendor: 'veeam-spc',
    baseUrl: 'https://127.0.0.1:9',
    apiVersion: 'v3',
    credential: { type: 'api-key', key: `\${file:${join(folder, 'key')}}` },
  }));
  const store = address.startsWith('postgres://')
    ? { type: 'postgres', url: `\${file:${join(folder, 'address')}}` }
    : { type: 'sqlite', url: address };
  const path = join(folder, 'crossvault.yaml');
  // JSON is YAML, too.
  await writeFile(path, JSON.stringify({ connections, store }));
  return path;
}

/** Under what the engine keeps how a connection stands; the lists of a connection are kept under their own keys. */
const wholeConnection = '\n';

/** The lists of a console, as its connector names them. */
const lists = ['jobs', 'agent-jobs'];

/** Longer than any benchmark. */
const leaseMs = 6 * 3_600_000;

/**
 * Marks connections and their lists as read whole just now, so that answers come from the store, and takes the leases of
 * their syncs: the vendors are not there, and a process that asked them would measure its own failures.
 */
export async function markCurrent(
  store: OpenedStore,
  connectionNames: readonly string[] = allConnections(),
): Promise<void> {
  const lastAt = new Date().toISOString();
  for (const name of connectionNames) await store.acquireLease({ name: `sync:${name}`, owner: 'benchmark' }, leaseMs);
  const status = {
    state: 'current',
    lastAt,
    nextAt: lastAt,
    progress: 1,
    missedRuns: 0,
    answered: null,
    problem: null,
  };
  const read = {
    version: 1,
    watermark: lastAt,
    gap: null,
    unordered: false,
    sweeps: {},
    definitions: {},
    missedRuns: 0,
  };
  await store.putSyncStates(
    connectionNames.flatMap((connection) => [
      { connection, list: wholeConnection, state: status },
      ...lists.map((list) => ({ connection, list, state: read })),
    ]),
  );
}
