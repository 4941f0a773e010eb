import { connectionSchema } from '@crossvault/core';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { withoutTimes } from './connection-content.ts';
import { connectionParameters } from './connection-parameters.ts';

export const getConnection = defineEndpoint({
  operationId: 'getConnection',
  method: 'get',
  path: '/v1/connections/{name}',
  access: readAccess,
  summary: 'Read one connection',
  description:
    'Its capabilities, its state when it was last read, and the remaining quota that its vendor reported. Sends no request to the vendor.',
  tags: ['connections'],
  params: connectionParameters,
  query: z.object({}),
  response: { description: 'The connection.', schema: connectionSchema },
  errors: ['connection-not-found'],
  handle: ({ params }, { engine, signal }) => engine.connection(params.name, { signal }),
  contentOf: withoutTimes,
});
