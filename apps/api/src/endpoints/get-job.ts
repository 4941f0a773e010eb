import { jobViewSchema } from '@crossvault/core';
import { toJobView } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { freshnessHeaders, wantsFresh } from '../http/freshness.ts';
import { listOf, several } from '../http/parameter.ts';
import { jobParameters } from './job-parameters.ts';

export const getJob = defineEndpoint({
  operationId: 'getJob',
  method: 'get',
  path: '/v1/jobs/{id}',
  access: readAccess,
  summary: 'Read one job',
  description: [
    'The job whole, with tasks, errors and details: from the store where all of it is known, else from its vendor now, and',
    'kept. With `Cache-Control: no-cache` always from its vendor. Where the vendor cannot be asked, what is stored is told:',
    '`depth` says how much that is.',
  ].join('\n'),
  tags: ['jobs'],
  params: jobParameters,
  query: z.object({
    include: listOf(z.enum(['raw']))
      .exactOptional()
      .meta(several("The vendor's answers as they came.")),
  }),
  headers: freshnessHeaders.pick({ 'Cache-Control': true }),
  response: { description: 'The job.', schema: jobViewSchema },
  errors: ['job-not-found', ...sourceErrors],
  async handle({ params, query, headers }, { engine, signal }) {
    const record = await engine.getJob(params.id, { signal }, { fresh: wantsFresh(headers) });
    return toJobView(record, { raw: query.include?.includes('raw') ?? false });
  },
  contentOf: ({ observedAt: _observedAt, ...job }) => job,
});
