import type { OpenedStore } from '@crossvault/store';
import type pg from 'pg';
import { z } from 'zod';
import { median } from '../../statistics.ts';
import { connectionAt } from '../../store/make-jobs.ts';
import { connections, startMsOf } from './job-tables.ts';

/** A page of 50 of the list. */
interface Page {
  readonly name: string;
  readonly connection: string | null;
  readonly status: 'failed' | null;
  /** Where in the history it begins; null: at the newest job. */
  readonly depth: number | null;
}

/** Of a thousand connections whose share falls with the root of their number. */
const [large, usual] = [connectionAt(0), connectionAt(connections / 2)];

const pages: readonly Page[] = [
  { name: 'first page', connection: null, status: null, depth: null },
  { name: 'page in the middle', connection: null, status: null, depth: 0.5 },
  { name: 'page at nine tenths', connection: null, status: null, depth: 0.9 },
  { name: 'first page of the failed', connection: null, status: 'failed', depth: null },
  { name: 'one usual connection', connection: usual, status: null, depth: null },
  { name: 'one usual connection, in the middle', connection: usual, status: null, depth: 0.5 },
  { name: 'one large connection', connection: large, status: null, depth: null },
];

export interface PageFigures {
  readonly name: string;
  /** The best and the median of the times in which the store answers. */
  readonly bestMs: number;
  readonly medianMs: number;
  readonly planMs: number;
  /** Pages of 8 KiB that the statement touches. */
  readonly buffers: number;
  /** Tables of jobs from which rows are read. */
  readonly tables: number;
}

const times = 60;
const limit = 51;

const planSchema = z.object({
  'Planning Time': z.number(),
  Plan: z.looseObject({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() }),
});
const nodeSchema = z.looseObject({
  'Relation Name': z.string().optional(),
  'Actual Loops': z.number(),
  Plans: z.array(z.unknown()).optional(),
});

/** Tables of jobs that a node of a plan and those below it really read. */
function tablesOf(node: unknown): readonly string[] {
  const { 'Relation Name': name, 'Actual Loops': loops, Plans: parts = [] } = nodeSchema.parse(node);
  const own = name?.startsWith('jobs') === true && loops > 0 ? [name] : [];
  return [...own, ...parts.flatMap(tablesOf)];
}

function positionOf({ depth }: Page, jobs: number): { readonly startedAt: string; readonly id: string } | null {
  if (depth === null) return null;
  return { startedAt: new Date(startMsOf(Math.round(jobs * (1 - depth)), jobs)).toISOString(), id: '' };
}

/** The statement of the page, as the store writes it. */
function statementOf(page: Page, jobs: number): { readonly text: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const after = positionOf(page, jobs);
  const filters = [
    ...(page.connection === null ? [] : [`connection = ${place(page.connection)}`]),
    ...(page.status === null ? [] : [`status = ${place(page.status)}`]),
  ];
  const range = (condition: string): string =>
    `select seq, id, started_ms, connection, vendor, ended, ended_ms, text_version from jobs
      where ${[condition, ...filters].join(' and ')} order by started_ms desc, id limit ${limit}`;
  const behind = (ms: string): string =>
    `started_ms is not null and started_ms <= ${ms} and (started_ms < ${ms} or id > '')`;
  const found =
    after === null
      ? `select * from (${range('started_ms is null')}) as range0
         union all select * from (${range('started_ms is not null')}) as range1 limit ${limit}`
      : range(behind(`${place(Date.parse(after.startedAt))}::bigint`));
  return {
    text: `select found.*, document from (${found}) as found join documents on documents.seq = found.seq`,
    values,
  };
}

/** Runs the statement, and gives how it was run. */
async function explain(client: pg.Client, page: Page, jobs: number): Promise<z.infer<typeof planSchema>> {
  const { text, values } = statementOf(page, jobs);
  const { rows } = await client.query<{ 'QUERY PLAN': readonly unknown[] }>(
    `explain (analyze, buffers, format json) ${text}`,
    [...values],
  );
  return planSchema.parse(rows[0]?.['QUERY PLAN'][0]);
}

/** The best and the median of several times in which the store gives the page. */
async function timePage(
  store: OpenedStore,
  page: Page,
  jobs: number,
): Promise<Pick<PageFigures, 'bestMs' | 'medianMs'>> {
  const { name, connection, status } = page;
  const query = {
    ...(connection === null ? {} : { connection: [connection] }),
    ...(status === null ? {} : { status: [status] }),
  };
  const criteria = { query, since: null, startedAfter: null, startedBefore: null, words: [] };
  const include = { tasks: false, raw: false };
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const startMs = performance.now();
    const rows = await store.listJobs(criteria, { sort: '-startedAt', after: positionOf(page, jobs), limit, include });
    took.push(performance.now() - startMs);
    if (rows.length === 0) throw new Error(`${name}: no rows.`);
  }
  return { bestMs: Math.min(...took), medianMs: median(took) };
}

export async function measurePages(
  store: OpenedStore,
  client: pg.Client,
  jobs: number,
): Promise<readonly PageFigures[]> {
  const figures: PageFigures[] = [];
  for (const page of pages) {
    const took = await timePage(store, page, jobs);
    // The first one reads what this session does not know yet of the tables.
    await explain(client, page, jobs);
    const planned = await explain(client, page, jobs);
    const { Plan: root, 'Planning Time': planMs } = await explain(client, page, jobs);
    figures.push({
      name: page.name,
      ...took,
      planMs: Math.min(planMs, planned['Planning Time']),
      buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
      tables: new Set(tablesOf(root)).size,
    });
  }
  return figures;
}
