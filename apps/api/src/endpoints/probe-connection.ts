import { probeSchema } from '@crossvault/core';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { connectionParameters } from './connection-parameters.ts';

export const probeConnection = defineEndpoint({
  operationId: 'probeConnection',
  method: 'post',
  path: '/v1/connections/{name}/probe',
  access: readAccess,
  summary: 'Try one connection',
  description: [
    'Tries the connection now, step by step: DNS, TCP and TLS of every address, then token, list, rights, version, clock,',
    'budget and denied fields as far as the vendor has them. It changes nothing at the vendor. A step that fails is told in',
    'the answer, with what to do about it; the answer is a 200 all the same.',
  ].join('\n'),
  tags: ['connections'],
  params: connectionParameters,
  query: z.object({}),
  response: {
    description: 'The steps in the order in which they were tried, up to the first that fails.',
    schema: probeSchema,
  },
  errors: ['connection-not-found'],
  handle: ({ params }, { engine, signal }) => engine.probe(params.name, { signal }),
});
