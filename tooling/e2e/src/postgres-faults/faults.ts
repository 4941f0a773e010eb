import { setTimeout } from 'node:timers/promises';
import type { TestPostgres } from '@crossvault/harness';
import pg from 'pg';

export interface FaultPlan {
  readonly postgres: TestPostgres;
  /** How long the server is away once it was killed. */
  readonly downMs: number;
  /** How long the idle transaction holds its lock and its snapshot. */
  readonly heldMs: number;
  /** The native id of a job that is going to change. */
  changingJob(): string;
}

/** Something that happens to the database. `during` runs while it lasts, where work has to continue meanwhile. */
export interface DatabaseFault {
  readonly name: string;
  /** Whether workers have to continue while it lasts. */
  readonly isBearable: boolean;
  happen(plan: FaultPlan, during: () => Promise<void>): Promise<void>;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'fault' });
  await client.connect();
  await work(client).finally(() => client.end());
}

const lookEveryMs = 200;

/** Begins a transaction that holds the row of that job, as soon as it is stored. */
async function holdRow(client: pg.Client, jobOf: () => string): Promise<void> {
  for (;;) {
    await client.query('begin isolation level repeatable read');
    const { rowCount } = await client.query('select seq from crossvault.jobs where native_id = $1 for update', [
      jobOf(),
    ]);
    if (rowCount === 1) return;
    await client.query('rollback');
    await setTimeout(lookEveryMs);
  }
}

export const databaseFaults: readonly DatabaseFault[] = [
  {
    name: 'the server is killed and started again',
    isBearable: false,
    async happen({ postgres, downMs }) {
      await postgres.kill();
      await setTimeout(downMs);
      await postgres.startAgain();
    },
  },
  {
    name: 'all backends are ended',
    isBearable: false,
    happen: ({ postgres }) =>
      withClient(postgres.url, async (client) => {
        await client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = $1',
          ['client backend'],
        );
      }),
  },
  {
    name: 'an idle transaction holds a snapshot and the row of a job that changes',
    isBearable: true,
    happen: ({ postgres, heldMs, changingJob }, during) =>
      withClient(postgres.url, async (client) => {
        await holdRow(client, changingJob);
        await Promise.all([setTimeout(heldMs), during()]);
        await client.query('rollback');
      }),
  },
];
