import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loadPostgres } from './load-postgres.ts';

/** A real PostgreSQL that a test owns. */
export interface TestPostgres {
  readonly url: string;
  /** Ends it as an operator does, breaking every connection, and starts it on the same port over the same files. */
  restart(): Promise<void>;
  /** Ends its main process with SIGKILL: nothing is written down, and its other processes end by themselves. `startAgain` follows. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const mostStarts = 60;
const betweenStartsMs = 500;

/** The port is closed. */
async function untilRefused(port: number): Promise<void> {
  for (let listens = true; listens; ) {
    const socket = connect(port, '127.0.0.1');
    listens = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
  }
}

export async function startPostgres(): Promise<TestPostgres> {
  const EmbeddedPostgres = await loadPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-postgres-'));
  // It runs as a user of its own where the tests run as root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'made-up',
    // Its files outlive a stop: the folder is removed here.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    // The machine's locale must not decide it.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
  });
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:made-up@127.0.0.1:${port}/postgres`,
    async restart() {
      await postgres.stop();
      await postgres.start();
    },
    async kill() {
      const [pid = ''] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await untilRefused(port);
    },
    async startAgain() {
      for (let tries = 1; ; tries += 1) {
        try {
          return await postgres.start();
        } catch (error) {
          // Processes of the killed server may still hold its memory.
          if (tries === mostStarts) throw error;
          await setTimeout(betweenStartsMs);
        }
      }
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
