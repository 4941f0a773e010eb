import { toJobId } from '@crossvault/core';
import type { PutObservation } from '@crossvault/core/store';
import type { OpenedStore } from '@crossvault/store';
import type pg from 'pg';
import { median } from '../../statistics.ts';
import { connectionAt, makeObservation, nativeIdAt } from '../../store/make-jobs.ts';
import { connections, otherColumns } from './job-tables.ts';

const batchSize = 100;
const batches = 30;

export interface BatchFigures {
  readonly name: string;
  /** Of a batch of a hundred jobs of one connection, from the call until it is committed. */
  readonly bestMs: number;
  readonly medianMs: number;
}

const connectionOf = (batch: number): string => connectionAt((batch * 37) % connections);

/** Jobs of one connection that are newer than all that is stored; each batch is of another connection. */
function makeConnectionBatch(batch: number, reading: number): readonly PutObservation[] {
  const connection = connectionOf(batch);
  return Array.from({ length: batchSize }, (_, offset) => {
    const index = -1 - batch * batchSize - offset;
    const made = makeObservation(index, new Date(Date.parse('2026-03-03T12:00:00Z') + reading * 60_000).toISOString());
    const { record } = made;
    const job = {
      ...record.job,
      id: toJobId(connection, [nativeIdAt(index)]),
      connection,
      sizeBytes: (record.job.sizeBytes ?? 0) + reading,
    };
    const context = { ...record.context, connection };
    return { ...made, record: { ...record, job, raw: { ...record.raw, reading }, context }, number: reading };
  });
}

/** New jobs, the same ones changed, and as they are, each written by the store as a sync writes them. */
export async function measureBatches(store: OpenedStore): Promise<readonly BatchFigures[]> {
  const kinds = [
    { name: 'batch of 100 new jobs', reading: await store.takeReadingNumber() },
    { name: 'batch of 100 changed jobs', reading: await store.takeReadingNumber() },
  ];
  const changed = kinds[1]?.reading ?? 0;
  const figures: BatchFigures[] = [];
  for (const { name, reading } of [...kinds, { name: 'batch of 100 unchanged jobs', reading: changed }]) {
    const took: number[] = [];
    for (let batch = 0; batch < batches; batch += 1) {
      const observations = makeConnectionBatch(batch, reading);
      const startMs = performance.now();
      await store.putJobs(observations);
      took.push(performance.now() - startMs);
    }
    figures.push({ name, bestMs: Math.min(...took), medianMs: median(took) });
  }
  return figures;
}

/**
 * What a batch does to the table of jobs, by statements that name the connection, as the store would have to over partitions:
 * a hundred jobs are looked up, a hundred inserted, and these changed.
 */
export async function measureNamedBatches(client: pg.Client): Promise<BatchFigures> {
  const took: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const connection = connectionOf(batch);
    const newest = `from jobs where connection = $1 and started_ms is not null order by started_ms desc limit ${batchSize}`;
    const known = await client.query<{ id: string }>(`select id ${newest}`, [connection]);
    const ids = known.rows.map(({ id }) => id);
    const startMs = performance.now();
    await client.query('begin');
    await client.query('select seq from jobs where connection = $1 and id = any($2::text[])', [connection, ids]);
    const { rows } = await client.query<{ seq: string }>(
      `insert into jobs (id, ${otherColumns}) select id || '-named', ${otherColumns} ${newest} returning seq`,
      [connection],
    );
    await client.query(
      `update jobs set status = 'warning', problem = 1, observed_ms = observed_ms + 1
        where connection = $1 and seq = any($2::bigint[])`,
      [connection, rows.map(({ seq }) => seq)],
    );
    await client.query('commit');
    took.push(performance.now() - startMs);
  }
  const name = 'batch of 100 jobs, bare statements that name the connection';
  return { name, bestMs: Math.min(...took), medianMs: median(took) };
}
