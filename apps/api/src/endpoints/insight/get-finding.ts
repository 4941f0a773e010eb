import { findingSchema } from '@crossvault/core/insight';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { findingParameters } from './finding-parameters.ts';
import { insightErrors } from './insight-parameters.ts';

export const getFinding = defineEndpoint({
  operationId: 'getFinding',
  method: 'get',
  path: '/v1/findings/{id}',
  access: readAccess,
  summary: 'Read one finding',
  description: 'Also one that is resolved or retired.',
  tags: ['insight'],
  params: findingParameters,
  query: z.object({}),
  response: { description: 'The finding.', schema: findingSchema },
  errors: ['finding-not-found', ...insightErrors],
  handle: ({ params }, { engine, signal, caller }) => engine.insight.finding(params.id, { signal, caller }),
});
