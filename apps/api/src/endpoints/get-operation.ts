import { operationSchema } from '@crossvault/core';
import { toOperationView } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { setRetryAfter, toWaitOptions, waitParameters } from '../http/waiting.ts';

export const getOperation = defineEndpoint({
  operationId: 'getOperation',
  method: 'get',
  path: '/v1/operations/{id}',
  access: readAccess,
  summary: 'Read one operation',
  description: [
    '`status` is the state of the request at the vendor, `jobs` lists the jobs it created, and `outcome` is their result once',
    'all of them have ended. `done` alone does not describe the jobs.',
  ].join('\n'),
  tags: ['operations'],
  params: z.object({ id: z.string().meta({ description: 'The id of the operation.' }) }),
  query: z.object(waitParameters),
  response: { description: 'The operation.', schema: operationSchema },
  errors: ['operation-not-found', 'store-missing'],
  async handle({ params, query }, { engine, signal, setHeader }) {
    const operation = await engine.operation(params.id, toWaitOptions(query), { signal });
    setRetryAfter(operation, { setHeader });
    return toOperationView(operation);
  },
});
