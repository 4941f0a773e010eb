import type { CallOptions, JobQuery, ListedJob } from '@crossvault/core';
import type { InsightPageQuery, InsightQuery, Sla } from '@crossvault/core/insight';
import { type Engine, toJobPage } from '@crossvault/engine';
import type { ManagerReport } from '../../output/report/manager-report.ts';
import { readListings } from '../read-listings.ts';
import { createJobTrends, type JobTrends } from './job-trends.ts';

const pageSize = 500;
/** Days of the picture: more would not fit a sheet of paper. */
const mostPictureDays = 62;

/** What a report is asked for. */
export interface ReportRequest {
  readonly query: InsightQuery;
  readonly days: number;
  readonly nowMs: number;
}

interface Paged {
  readonly data: readonly unknown[];
  readonly page: { readonly next: string | null };
}

/** All pages of an answer. An unchanged cursor is an end too. */
async function readPages<Page extends Paged>(
  read: (page: InsightPageQuery) => Promise<Page>,
): Promise<readonly [Page, ...Page[]]> {
  const first = await read({ limit: pageSize, cursor: null });
  const more: Page[] = [];
  let cursor: string | null = null;
  for (let { next } = first.page; next !== null && next !== cursor; ) {
    cursor = next;
    const page = await read({ limit: pageSize, cursor });
    more.push(page);
    ({ next } = page.page);
  }
  return [first, ...more];
}

/** Everything that a report shows, from the calls that everything else uses. */
export async function gatherReport(
  engine: Pick<Engine, 'insight' | 'listJobs'>,
  { query, days, nowMs }: ReportRequest,
  call: CallOptions,
): Promise<ManagerReport> {
  const { insight } = engine;
  const readSla = async (group: Sla['group']): Promise<Sla> => {
    const pages = await readPages((page) => insight.sla({ ...query, days, group }, page, call));
    const [first] = pages;
    return { ...first, data: pages.flatMap(({ data }) => data), complete: pages.every(({ complete }) => complete) };
  };
  const subjects = await readSla('subject');
  const connections = await readSla('connection');
  const tenants = await readSla('tenant');
  const picture = { ...query, days: Math.min(days, mostPictureDays), group: 'connection' } as const;
  const calendar = await insight.calendar(picture, { limit: pageSize, cursor: null }, call);
  const findings = await readPages((page) => insight.findings(query, page, call));
  const trends = createJobTrends();
  const areJobsComplete = await addJobs(trends, engine, query, subjects, call);
  return {
    madeAt: new Date(nowMs).toISOString(),
    from: subjects.from,
    until: subjects.until,
    days,
    total: subjects.total,
    subjects: subjects.data,
    connections: connections.data,
    tenants: tenants.data.some(({ name }) => name !== null) ? tenants.data : [],
    calendar,
    findings: findings.flatMap(({ data }) => data),
    slowest: trends.slowest(),
    growing: trends.growing(),
    complete: areJobsComplete && [subjects, calendar, ...findings].every(({ complete }) => complete),
    sources: subjects.sources,
  };
}

/** Reads the jobs of the span. Whether all of them could be read. */
async function addJobs(
  trends: JobTrends,
  engine: Pick<Engine, 'listJobs'>,
  query: InsightQuery,
  { from, data, sources }: Sla,
  call: CallOptions,
): Promise<boolean> {
  const covered = sources.map(({ connection }) => connection);
  if (covered.length === 0) return true;
  const isCovered = createFilter(query, data);
  const jobs: JobQuery = {
    connection: covered,
    ...(query.tenant === undefined ? {} : { tenant: query.tenant }),
    kind: ['backup', 'snapshot'],
    status: ['succeeded', 'warning'],
    startedAfter: from,
  };
  const include = { raw: false, tasks: false };
  const page = { sort: '-startedAt', limit: pageSize, cursor: null, strict: false, fresh: false, include } as const;
  let complete = true;
  for await (const listing of readListings(engine, jobs, page, call)) {
    for (const job of (await toJobPage(listing, include)).data) if (isCovered(job)) trends.add(job);
    ({ complete } = listing);
  }
  return complete;
}

/**
 * Jobs have no filter by items and plans of ours: where the report has one, only jobs of what it judges count. They are known by the names of
 * their targets and plans.
 */
function createFilter(query: InsightQuery, data: Sla['data']): (job: ListedJob) => boolean {
  const isWhole = [query.item, query.plan].every((filter) => filter === undefined);
  if (isWhole) return () => true;
  const toKey = (connection: string, name: string): string => JSON.stringify([connection, name.toLowerCase()]);
  const names = new Set(
    data.flatMap(({ subject }) => (subject?.name == null ? [] : [toKey(subject.connection, subject.name)])),
  );
  return ({ connection, target, plan }) => {
    const name = target?.name ?? target?.id ?? plan?.name ?? plan?.id ?? null;
    return name !== null && names.has(toKey(connection, name));
  };
}
