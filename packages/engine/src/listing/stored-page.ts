import { hash } from 'node:crypto';
import type { CallOptions, Clock, JobQuery, PageQuery, SourceReport } from '@crossvault/core';
import { knownSecretsVersion } from '@crossvault/core/internal';
import { type DataVersions, jobTextVersion } from '@crossvault/core/store';
import type { History } from '../changes/history.ts';
import { coveredSources, type Source } from '../connections/source.ts';
import { connectionsOfTenants, tenantsOf } from '../connections/tenants.ts';
import { resolveCriteria } from './list-plan.ts';
import { commonWindow, refuseIncomplete, withoutRejectedValues } from './listing.ts';
import type { PageCache, PageJobs } from './page-cache.ts';
import { readPageRows } from './page-rows.ts';
import type { SearchedTexts } from './searched-texts.ts';
import { findStored, reportStored } from './stored-sources.ts';

/** A page of jobs as the facade sends it. */
export interface PageText {
  /** Names the content: pages with one validator have the same jobs, and sources in the same states. */
  readonly validator: string;
  /** The JSON of a `JobPage`, in pieces to be sent one after the other, bytes in UTF-8; null where the caller knows the validator. */
  readonly json: readonly (string | Uint8Array)[] | null;
}

export interface StoredPageParts {
  readonly sources: readonly Source[];
  readonly clock: Pick<Clock, 'now'>;
  readonly history: History;
  readonly cache: PageCache;
  readonly searched: SearchedTexts;
}

/** Whether the caller has a page with this validator. */
export type KnowsValidator = (validator: string) => boolean;

/**
 * A page out of the store alone, joined from texts that are ready to be sent; null where a source has to be read live, or raw
 * answers are asked for. Where the caller knows the page, no row is read: versions of what is stored show that.
 */
export async function readStoredPage(
  parts: StoredPageParts,
  query: JobQuery,
  page: PageQuery,
  call: CallOptions,
  knows: KnowsValidator,
): Promise<PageText | null> {
  const { tasks, raw } = page.include ?? { tasks: true, raw: true };
  const sources = coveredSources(parts.sources, query);
  if (raw || query.nativeId !== undefined || sources.length === 0) return null;
  // Read before the rows: a page may be newer than its validator, and never older.
  const versions = await parts.history.store.dataVersions();
  const stored = await findStored(parts.history, sources, page.cursor !== null, versions);
  if (stored.length < sources.length) return null;
  const nowMs = parts.clock.now();
  const tenantConnections = connectionsOfTenants(sources, query.tenant);
  const { criteria, cursor } = resolveCriteria(query, page, { nowMs, readsVendors: false, tenantConnections });
  if (cursor !== null && cursor.lags.length + cursor.unordered.length > 0) return null;
  const states = stored.map((each) => {
    const report = reportStored(each, criteria, { count: 0, caughtUp: false, nowMs });
    return withoutRejectedValues(report);
  });
  const complete = states.every(({ status }) => status === 'ok');
  const isRefused = page.strict && !complete;
  const key = digest([
    jobTextVersion,
    criteria.fingerprint,
    page.limit,
    page.cursor,
    tasks,
    states.map(contentOf),
    stored.map(({ source }) => versionOf(source, versions)),
  ]);
  const found = parts.cache.find(key, criteria.since);
  const validator = found?.validator ?? digest([key, criteria.since]);
  if (!isRefused && knows(validator)) return { validator, json: null };
  const connection = stored.map(({ source }) => source.connection.name);
  const ofStored = { ...criteria, query: { ...criteria.query, connection } };
  const request = { criteria: ofStored, page, after: cursor?.position ?? null };
  const { searched, history } = parts;
  const readJobs = async (): Promise<PageJobs> => {
    const tenants = tenantsOf(sources.map(({ connection: each }) => each));
    const rows = await readPageRows({ store: history.store, searched, tenants }, request, call);
    parts.cache.keep(key, { validator, since: criteria.since, ...rows });
    return rows.jobs;
  };
  const { data, counts, next } = found?.jobs ?? (await readJobs());
  const reports = states.map((state) => ({ ...state, count: counts.get(state.connection) ?? 0 }));
  refuseIncomplete(reports, page.strict);
  const end = { page: { next }, window: commonWindow(reports, criteria), complete, sources: reports };
  return { validator, json: ['{"data":[', data, `],${JSON.stringify(end).slice(1)}`] };
}

const digest = (content: unknown): string => hash('sha256', JSON.stringify(content), 'base64url').slice(0, 27);

/** What of a report is content of the page: not when the source was read, and not the texts of its problem. */
const contentOf = ({ connection, status, warnings, rejected, withoutRun, problem }: SourceReport): unknown => [
  connection,
  status,
  warnings,
  rejected,
  withoutRun,
  problem?.code ?? null,
];

/** A secret that becomes known may change what is shown of the connection, and so does another customer. */
const versionOf = (
  { connection: { name, tenant = null } }: Source,
  versions: ReadonlyMap<string, DataVersions>,
): unknown => [versions.get(name)?.jobs ?? null, knownSecretsVersion(name), tenant];
