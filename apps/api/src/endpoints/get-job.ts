import { jobViewSchema } from '@crossvault/contract';
import { toJobView } from '@crossvault/engine';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { sourceErrors } from '../endpoint-errors.ts';
import { jobParameters } from '../job-parameters.ts';
import { listOf, several } from '../parameter.ts';

export const getJob = defineEndpoint({
  operationId: 'getJob',
  method: 'get',
  path: '/v1/jobs/{id}',
  summary: 'Read one job',
  description: 'The job whole, with tasks, errors and details, read from its vendor now.',
  tags: ['jobs'],
  params: jobParameters,
  query: z.object({
    include: listOf(z.enum(['raw']))
      .default([])
      .meta(several("The vendor's answers as they came.")),
  }),
  response: { description: 'The job.', schema: jobViewSchema },
  errors: ['job-not-found', ...sourceErrors],
  async handle({ params, query }, { engine, signal }) {
    const record = await engine.getJob(params.id, { signal });
    return toJobView(record, { raw: query.include.includes('raw') });
  },
  contentOf: ({ observedAt: _observedAt, ...job }) => job,
});
