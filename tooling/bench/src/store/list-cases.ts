import type { JobQuery } from '@crossvault/core';
import { type JobCriteria, type RowsRequest, toWords } from '@crossvault/core/store';
import { connectionAt, nativeIdAt, planAt, startOf, targetAt, vendorAt } from './make-jobs.ts';

/** A request for a page, and whether its speed has an aim: one filter and two have it, other combinations are only reported. */
export interface ListCase {
  readonly name: string;
  readonly criteria: JobCriteria;
  readonly request: RowsRequest;
  readonly hasAim: boolean;
}

const everything: JobCriteria = { query: {}, since: null, startedAfter: null, startedBefore: null, words: [] };
const firstPage: RowsRequest = {
  sort: '-startedAt',
  after: null,
  limit: 50,
  include: { tasks: false, raw: false },
};

export const plainList: ListCase = { name: 'first page', criteria: everything, request: firstPage, hasAim: false };

const asking = (name: string, query: JobQuery, hasAim = true): ListCase => ({
  ...plainList,
  name,
  criteria: { ...everything, query },
  hasAim,
});
const within = (name: string, times: Partial<JobCriteria>, hasAim = true): ListCase => ({
  ...plainList,
  name,
  criteria: { ...everything, ...times },
  hasAim,
});

/** Every filter of `GET /v1/jobs` by usual and by rare values, then what people put together. */
export function listCases(jobs: number): readonly ListCase[] {
  const middle = startOf(Math.floor(jobs / 2));
  return [
    asking('connection', { connection: [connectionAt(7)] }),
    asking('connection, 5 of them', { connection: [1, 2, 3, 4, 5].map(connectionAt) }),
    asking('vendor', { vendor: [vendorAt(2)] }),
    asking('status=succeeded', { status: ['succeeded'] }),
    asking('status=failed', { status: ['failed'] }),
    asking('status=failed,warning', { status: ['failed', 'warning'] }),
    asking('status=queued (none is)', { status: ['queued'] }),
    asking('status=running', { status: ['running'] }),
    asking('kind=backup', { kind: ['backup'] }),
    asking('kind=restore', { kind: ['restore'] }),
    asking('kind=export (none is)', { kind: ['export'] }),
    asking('trigger=scheduled', { trigger: ['scheduled'] }),
    asking('trigger=manual', { trigger: ['manual'] }),
    asking('trigger=unknown', { trigger: ['unknown'] }),
    asking('target', { target: [targetAt(1234)] }),
    asking('target (no such)', { target: ['nowhere'] }),
    asking('plan', { plan: [planAt(42)] }),
    asking('nativeId', { nativeId: [nativeIdAt(Math.floor(jobs / 3))] }),
    asking('problem=true', { problem: true }),
    asking('problem=false', { problem: false }),
    within('since, an hour', { since: startOf(460) }),
    within('since, half of the history', { since: middle }),
    within('startedAfter', { startedAfter: middle }),
    within('startedBefore', { startedBefore: middle }),
    { ...plainList, name: 'sort=startedAt', request: { ...firstPage, sort: 'startedAt' }, hasAim: true },
    within('q, a word of all (vm names)', { words: toWords('srv') }),
    within('q, a word of some (failed: snapshot)', { words: toWords('snapshot') }),
    within('q, one machine', { words: toWords('srv-1234') }),
    within('q, a word of none', { words: toWords('nowhere') }),
    asking('connection and status=failed', { connection: [connectionAt(7)], status: ['failed'] }),
    asking('connection and status=succeeded', { connection: [connectionAt(7)], status: ['succeeded'] }),
    asking('kind=restore and status=failed', { kind: ['restore'], status: ['failed'] }),
    asking('connection and kind=export (none)', { connection: [connectionAt(7)], kind: ['export'] }),
    asking('plan and status=cancelled', { plan: [planAt(42)], status: ['cancelled'] }),
    asking('status=queued,succeeded', { status: ['queued', 'succeeded'] }, false),
    asking('vendor and problem=true', { vendor: [vendorAt(2)], problem: true }),
    { ...within('q, two words', { words: toWords('srv-12 plan') }, false) },
    { ...asking('failed, oldest first', { status: ['failed'] }, false), request: { ...firstPage, sort: 'startedAt' } },
  ];
}

/** What a pull request may change for the worse unnoticed: two filters, and words. */
export const quickCases = (jobs: number): readonly ListCase[] =>
  listCases(jobs).filter(({ name }) =>
    /^(?:connection and status|plan and status|kind=restore and|q, one machine)/.test(name),
  );
