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
    'Tests the connection now, step by step: DNS, TCP and TLS of every address, then token, list, rights, version, clock,',
    'quota and denied fields as far as the vendor has them. It changes nothing at the vendor. A failed step is reported in',
    'the response with advice; the response status is still 200.',
  ].join('\n'),
  tags: ['connections'],
  params: connectionParameters,
  query: z.object({}),
  response: {
    description: 'The steps in order, up to the first that fails.',
    schema: probeSchema,
  },
  errors: ['connection-not-found'],
  handle: ({ params }, { engine, signal }) => engine.probe(params.name, { signal }),
});
