import { findingExplanationSchema } from '@crossvault/core/insight';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { findingParameters } from './finding-parameters.ts';
import { insightErrors } from './insight-parameters.ts';

export const explainFinding = defineEndpoint({
  operationId: 'explainFinding',
  method: 'get',
  path: '/v1/findings/{id}/explain',
  access: readAccess,
  summary: 'Explain one finding',
  description:
    'The reasons in sentences, the schedule, the objective, what was read, and the runs and jobs that were looked at.',
  tags: ['insight'],
  params: findingParameters,
  query: z.object({}),
  response: { description: 'The explanation.', schema: findingExplanationSchema },
  errors: ['finding-not-found', ...insightErrors],
  handle: ({ params }, { engine, signal, caller }) => engine.insight.explainFinding(params.id, { signal, caller }),
});
