import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenedStore } from '@crossvault/store';
import { allConnections } from './make-jobs.ts';

const source = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
const built = source.replace('/src/main.ts', '/dist/main.js');
const isBuilt = existsSync(built);

/** How the command is run: as it is published where it was built, else from its sources. */
export const commandForm = isBuilt ? 'built' : 'from sources';

/** Takes the built file of every source: what is published has no types to be taken away while it runs. */
const takeBuilt = `import { registerHooks } from 'node:module';
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const url = found.url.replace(/\\/(packages|apps)\\/([^/]+)\\/src\\/(.*)\\.ts$/, '/$1/$2/dist/$3.js');
    return url === found.url ? found : { ...found, url, format: 'module' };
  },
});`;

/** Its last line on stderr is how large it grew, in kibibytes. */
const printPeak = `process.once('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'));`;

const toImport = (code: string) => `--import=data:text/javascript,${encodeURIComponent(code)}`;

/** Starts the command as an installed program. */
export function startCommand(args: readonly string[]): ChildProcess {
  const imports = [...(isBuilt ? [takeBuilt] : []), printPeak].map(toImport);
  return spawn(process.execPath, [...imports, isBuilt ? built : source, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A configuration over a store, with all connections of the made jobs; what they connect to is not there. Gives its path. */
export async function writeConfiguration(folder: string, address: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'key'), 'made-up');
  await writeFile(join(folder, 'address'), address);
  const connections = allConnections().map((name) => ({
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

/** Marks every connection and its lists as read whole, so that answers come from the store also while the vendors cannot be reached. */
export async function markCurrent(store: OpenedStore): Promise<void> {
  const lastAt = new Date().toISOString();
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
    allConnections().flatMap((connection) => [
      { connection, list: wholeConnection, state: status },
      ...lists.map((list) => ({ connection, list, state: read })),
    ]),
  );
}
