import { type JobPage, jobPageSchema, jobSchema } from '@crossvault/contract';
import { toJobPage } from '@crossvault/engine';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { instantOrAllParameter, instantParameter, severalOf, sinceParameter } from '../parameter.ts';

const query = z.object({
  connection: severalOf(z.string(), 'Names of connections.').exactOptional(),
  vendor: severalOf(z.string(), 'Ids of vendors.').exactOptional(),
  status: severalOf(jobSchema.shape.status, 'Where jobs stand.').exactOptional(),
  kind: severalOf(jobSchema.shape.kind, 'What kind of work they do.').exactOptional(),
  target: severalOf(z.string(), 'Ids or names of what was worked on, without regard to case.').exactOptional(),
  plan: severalOf(z.string(), 'Ids or names of plans, without regard to case.').exactOptional(),
  trigger: severalOf(jobSchema.shape.trigger, 'What made them start.').exactOptional(),
  nativeId: severalOf(z.string(), "The vendors' own ids. Lifts the window, and gives jobs whole.").exactOptional(),
  problem: z.boolean().meta({ description: 'Only jobs with a problem, or only jobs without.' }).exactOptional(),
  since: sinceParameter()
    .meta({ description: 'Jobs that started, ended or were still open since then.', examples: ['24h'] })
    .exactOptional(),
  startedAfter: instantOrAllParameter('startedAfter')
    .meta({
      description: 'Inclusive. `all` lifts the window of lists that promise no order.',
      examples: ['2026-01-31T22:00:00Z'],
    })
    .exactOptional(),
  startedBefore: instantParameter('startedBefore')
    .meta({ description: 'Exclusive.', examples: ['2026-01-31T22:00:00Z'] })
    .exactOptional(),
  q: z
    .string()
    .meta({ description: 'Words or beginnings of words, all to be found in ids, names, native kinds and errors.' })
    .exactOptional(),
  sort: z
    .enum(['-startedAt', 'startedAt'])
    .meta({ description: 'From the newest start, or from the oldest, which needs `startedAfter`.' })
    .default('-startedAt'),
  limit: z.int().min(1).max(500).meta({ description: 'The most jobs on a page.' }).default(50),
  cursor: z.string().meta({ description: '`page.next` of the page before, with the same filters.' }).exactOptional(),
  include: severalOf(z.enum(['raw', 'tasks']), "The vendor's answers as they came; the steps of a job.").default([]),
  strict: z
    .boolean()
    .meta({ description: 'All or nothing: a source that is not whole fails the request.' })
    .default(false),
});

export const listJobs = defineEndpoint({
  operationId: 'listJobs',
  method: 'get',
  path: '/v1/jobs',
  summary: 'List jobs',
  description: [
    'The jobs of all connections, merged. One broken source does not hide the others: `complete` and `sources` say what',
    'is missing and why. With `Cache-Control: no-cache` the vendors are asked again for lists that are held between pages.',
  ].join('\n'),
  tags: ['jobs'],
  params: z.object({}),
  query,
  response: { description: 'A page of jobs, and what each source contributed.', schema: jobPageSchema },
  errors: [
    'invalid-cursor',
    'cursor-mismatch',
    'sort-needs-window',
    'sources-not-set-up',
    'sources-failed',
    'sources-incomplete',
    'sources-timed-out',
  ],
  async handle({ query: { sort, limit, cursor, include, strict, ...filters }, headers }, { engine, signal }) {
    const fresh = /(?:^|[\s,])no-cache(?:$|[\s,])/i.test(headers['cache-control'] ?? '');
    const page = { sort, limit, cursor: cursor ?? null, strict, fresh };
    const listing = await engine.listJobs(filters, page, { signal });
    return toJobPage(listing, { raw: include.includes('raw'), tasks: include.includes('tasks') });
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
