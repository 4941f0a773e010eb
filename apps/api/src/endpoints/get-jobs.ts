import { type JobPage, jobPageSchema, jobSchema } from '@crossvault/core';
import { jobPageLimits, sinceMeaning } from '@crossvault/core/internal';
import { toJobPage } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint, PreparedAnswer } from '../http/endpoint.ts';
import { listErrors } from '../http/endpoint-errors.ts';
import { toWeakTag } from '../http/entity-tag.ts';
import { freshnessHeaders, refreshFirst } from '../http/freshness.ts';
import { instant, instantOrAll, listOf, searchText, several, spanOrInstant } from '../http/parameter.ts';
import { tenantFilter } from './job-parameters.ts';

const query = z.object({
  connection: listOf(z.string()).exactOptional().meta(several('Names of connections.')),
  vendor: listOf(z.string()).exactOptional().meta(several('Ids of vendors.')),
  status: listOf(jobSchema.shape.status).exactOptional().meta(several('Where jobs stand.')),
  kind: listOf(jobSchema.shape.kind).exactOptional().meta(several('What kind of work they do.')),
  target: listOf(z.string())
    .exactOptional()
    .meta(several('Ids or names of what was worked on, without regard to case.')),
  plan: listOf(z.string()).exactOptional().meta(several('Ids or names of plans, without regard to case.')),
  tenant: tenantFilter,
  trigger: listOf(jobSchema.shape.trigger).exactOptional().meta(several('What made them start.')),
  nativeId: listOf(z.string())
    .exactOptional()
    .meta(several("The vendors' own ids. Lifts the window, and gives jobs whole.")),
  problem: z.boolean().exactOptional().describe('True: only jobs with a problem. False: only jobs without.'),
  since: spanOrInstant()
    .exactOptional()
    .meta({
      description: sinceMeaning,
      examples: ['24h'],
    }),
  startedAfter: instantOrAll('startedAfter')
    .exactOptional()
    .meta({
      description: 'Inclusive. `all` removes the default window of lists without an order.',
      examples: ['2026-01-31T22:00:00Z'],
    }),
  startedBefore: instant('startedBefore')
    .exactOptional()
    .meta({ description: 'Exclusive.', examples: ['2026-01-31T22:00:00Z'] }),
  q: searchText(
    'Words or beginnings of words. All must occur in ids, names, native kinds or errors. Of a job with more text, the first 400,000 characters are searched.',
  ),
  sort: z
    .enum(['-startedAt', 'startedAt'])
    .default('-startedAt')
    .describe(
      'By start time, newest or oldest first. Oldest first needs `startedAfter` where a connection is read live.',
    ),
  limit: z
    .int()
    .min(1)
    .max(jobPageLimits.most)
    .default(jobPageLimits.usual)
    .describe('The maximum number of jobs on a page.'),
  cursor: z.string().exactOptional().describe('`page.next` of the previous page, with the same filters.'),
  include: listOf(z.enum(['raw', 'tasks']))
    .exactOptional()
    .meta(several("The vendors' answers as they came; the steps of each job.")),
  strict: z.boolean().default(false).describe('The request fails if any source is incomplete.'),
});

export const listJobs = defineEndpoint({
  operationId: 'listJobs',
  method: 'get',
  path: '/v1/jobs',
  access: readAccess,
  summary: 'List jobs',
  description: [
    'The jobs of all connections, merged. A failing source does not hide the others: `complete` and `sources` show what is',
    'missing and why. A connection with a stored history is answered from the store, as of `asOf`; a connection whose history',
    'is not stored yet is read live. With `Cache-Control: no-cache` the vendors are asked first.',
  ].join('\n'),
  tags: ['jobs'],
  isExpensive: true,
  params: z.object({}),
  query,
  headers: freshnessHeaders,
  response: { description: 'A page of jobs, and the result of each source.', schema: jobPageSchema },
  errors: [...listErrors, 'sort-needs-window'],
  async handle({ query: { sort, limit, cursor, include = [], strict, ...filters }, headers }, services) {
    const fresh = await refreshFirst(headers, filters, services);
    const { engine, signal, caller } = services;
    const shown = { raw: include.includes('raw'), tasks: include.includes('tasks') };
    const page = { sort, limit, cursor: cursor ?? null, strict, fresh, include: shown };
    const knows = (validator: string): boolean => services.knows(toWeakTag(validator));
    const stored = await engine.readJobPage(filters, page, { signal, caller }, knows);
    if (stored !== null) return new PreparedAnswer(toWeakTag(stored.validator), stored.json);
    return toJobPage(await engine.listJobs(filters, page, { signal, caller }), shown);
  },
  contentOf,
});

/** The jobs, the results of the sources without the times at which they were read, and whether there are more. */
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
