import { type JobPage, jobPageLimits, jobPageSchema, jobSchema, sinceMeaning } from '@crossvault/core';
import { toJobPage } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { listErrors } from '../http/endpoint-errors.ts';
import { freshnessHeaders, refreshFirst } from '../http/freshness.ts';
import { instant, instantOrAll, listOf, searchText, several, spanOrInstant } from '../http/parameter.ts';

const query = z.object({
  connection: listOf(z.string()).exactOptional().meta(several('Names of connections.')),
  vendor: listOf(z.string()).exactOptional().meta(several('Ids of vendors.')),
  status: listOf(jobSchema.shape.status).exactOptional().meta(several('Where jobs stand.')),
  kind: listOf(jobSchema.shape.kind).exactOptional().meta(several('What kind of work they do.')),
  target: listOf(z.string())
    .exactOptional()
    .meta(several('Ids or names of what was worked on, without regard to case.')),
  plan: listOf(z.string()).exactOptional().meta(several('Ids or names of plans, without regard to case.')),
  trigger: listOf(jobSchema.shape.trigger).exactOptional().meta(several('What made them start.')),
  nativeId: listOf(z.string())
    .exactOptional()
    .meta(several("The vendors' own ids. Lifts the window, and gives jobs whole.")),
  problem: z.boolean().exactOptional().describe('Only jobs with a problem, or only jobs without.'),
  since: spanOrInstant()
    .exactOptional()
    .meta({
      description: sinceMeaning,
      examples: ['24h'],
    }),
  startedAfter: instantOrAll('startedAfter')
    .exactOptional()
    .meta({
      description: 'Inclusive. `all` lifts the window of lists that promise no order.',
      examples: ['2026-01-31T22:00:00Z'],
    }),
  startedBefore: instant('startedBefore')
    .exactOptional()
    .meta({ description: 'Exclusive.', examples: ['2026-01-31T22:00:00Z'] }),
  q: searchText(
    'Words or beginnings of words, all to be found in ids, names, native kinds and errors; of a job with more than 400,000 characters of words, in its first ones.',
  ),
  sort: z
    .enum(['-startedAt', 'startedAt'])
    .default('-startedAt')
    .describe('From the newest start, or from the oldest, which needs `startedAfter` where a connection is read live.'),
  limit: z.int().min(1).max(jobPageLimits.most).default(jobPageLimits.usual).describe('The most jobs on a page.'),
  cursor: z.string().exactOptional().describe('`page.next` of the page before, with the same filters.'),
  include: listOf(z.enum(['raw', 'tasks']))
    .exactOptional()
    .meta(several("The vendors' answers as they came; the steps of each job.")),
  strict: z.boolean().default(false).describe('All or nothing: a source that is not whole fails the request.'),
});

export const listJobs = defineEndpoint({
  operationId: 'listJobs',
  method: 'get',
  path: '/v1/jobs',
  access: readAccess,
  summary: 'List jobs',
  description: [
    'The jobs of all connections, merged. One broken source does not hide the others: `complete` and `sources` say what',
    'is missing and why. A connection whose history is stored is answered from there, as of `asOf`; one whose history is not',
    'there yet is read live. With `Cache-Control: no-cache` the vendors are asked first.',
  ].join('\n'),
  tags: ['jobs'],
  isExpensive: true,
  params: z.object({}),
  query,
  headers: freshnessHeaders,
  response: { description: 'A page of jobs, and what each source contributed.', schema: jobPageSchema },
  errors: [...listErrors, 'sort-needs-window'],
  async handle({ query: { sort, limit, cursor, include = [], strict, ...filters }, headers }, services) {
    const fresh = await refreshFirst(headers, filters, services);
    const shown = { raw: include.includes('raw'), tasks: include.includes('tasks') };
    const page = { sort, limit, cursor: cursor ?? null, strict, fresh, include: shown };
    return toJobPage(
      await services.engine.listJobs(filters, page, { signal: services.signal, caller: services.caller }),
      shown,
    );
  },
  contentOf,
});

/** The jobs and what became of the sources, without the times of looking; and whether there is more. */
function contentOf({ data, page, sources }: JobPage): unknown {
  return {
    data: data.map(({ observedAt: _observedAt, ...job }) => job),
    more: page.next !== null,
    sources: sources.map(({ connection, status, warnings, rejected, withoutRun, problem, caughtUp }) => ({
      connection,
      status,
      warnings,
      rejected,
      withoutRun,
      problem: problem?.code ?? null,
      caughtUp,
    })),
  };
}
