import { jobLogSchema } from '@crossvault/core';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { jobParameters } from './job-parameters.ts';

export const getJobLog = defineEndpoint({
  operationId: 'getJobLog',
  method: 'get',
  path: '/v1/jobs/{id}/log',
  access: readAccess,
  summary: 'Read the log of one job',
  description: "The vendor's log of the job, where the vendor keeps one.",
  tags: ['jobs'],
  params: jobParameters,
  query: z.object({}),
  response: { description: 'The log, oldest entry first.', schema: jobLogSchema },
  errors: ['job-not-found', 'action-not-supported', ...sourceErrors],
  handle: ({ params }, { engine, signal }) => engine.jobLog(params.id, { signal }),
});
