import { explanationSchema } from '@crossvault/core';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { jobParameters } from './job-parameters.ts';

export const explainJob = defineEndpoint({
  operationId: 'explainJob',
  method: 'get',
  path: '/v1/jobs/{id}/explain',
  access: readAccess,
  summary: 'Explain one job',
  description: "For each field: the vendor's value, the mapping rule and the result.",
  tags: ['jobs'],
  params: jobParameters,
  query: z.object({}),
  response: { description: 'The explanation.', schema: explanationSchema },
  errors: ['job-not-found', ...sourceErrors],
  handle: ({ params }, { engine, signal }) => engine.explainJob(params.id, { signal }),
});
