import { startPostgres } from '@crossvault/harness';
import pg from 'pg';

/** The store of the history while an answer is lost, and the command that continues. */
export interface StoreSetup {
  readonly continuesBy: 'serve' | 'worker';
  /** What the configuration says of it. */
  readonly settings: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Lets time pass where the place has a clock of its own: what waits in its operations is due sooner by so much. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenStoreSetup = () => Promise<StoreSetup>;

/** One file in the folder of the configuration. Its clock is that of the process that has it open. */
export const onSqlite: OpenStoreSetup = async () => ({
  continuesBy: 'serve',
  settings: '',
  environment: {},
  pass: async () => undefined,
  close: async () => undefined,
});

export interface PostgresSetups {
  /** A new database each time. */
  readonly open: OpenStoreSetup;
  stop(): Promise<void>;
}

/** Databases of one server of its own; `serve` takes changes there, and a `worker` follows them. */
export async function startPostgresSetups(): Promise<PostgresSetups> {
  const server = await startPostgres();
  let opened = 0;
  return {
    stop: server.stop,
    async open() {
      opened += 1;
      const name = `place_${opened}`;
      const owner = new pg.Client({ connectionString: server.url });
      await owner.connect();
      await owner.query(`create database ${name}`);
      await owner.end();
      const url = server.url.replace(/\/[^/]+$/, `/${name}`);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return {
        continuesBy: 'worker',
        settings: 'store: { type: postgres, url: "${DATABASE_URL}" }\n',
        environment: { DATABASE_URL: url },
        async pass(milliseconds) {
          const due = 'update crossvault.operations set due_ms = due_ms - $1 where due_ms is not null';
          await client.query(due, [Math.round(milliseconds)]);
        },
        close: () => client.end(),
      };
    },
  };
}
