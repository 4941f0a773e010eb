import { occurrenceSchema } from '@crossvault/core/insight';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { insightErrors } from './insight-parameters.ts';

export const getOccurrence = defineEndpoint({
  operationId: 'getOccurrence',
  method: 'get',
  path: '/v1/occurrences/{id}',
  access: readAccess,
  summary: 'Read one expected run',
  description: 'What was due, what became of it, and the jobs that were run for it.',
  tags: ['insight'],
  params: z.object({ id: z.string().meta({ description: 'The Crossvault id of the expected run.' }) }),
  query: z.object({}),
  response: { description: 'The expected run.', schema: occurrenceSchema },
  errors: ['occurrence-not-found', ...insightErrors],
  handle: ({ params }, { engine, signal, caller }) => engine.insight.occurrence(params.id, { signal, caller }),
});
