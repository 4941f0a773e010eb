import { CrossvaultError } from '@crossvault/core';
import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint.ts';

export const getReadiness = defineEndpoint({
  operationId: 'getReadiness',
  method: 'get',
  path: '/readyz',
  access: 'anyone',
  summary: 'See whether the server can answer',
  description:
    'Reads a little of the store. A load balancer sends requests elsewhere while this is not 200; `/healthz` stays 200, since a restart mends no store.',
  tags: ['service'],
  params: z.object({}),
  query: z.object({}),
  response: {
    description: 'The server can answer.',
    schema: z.object({ status: z.literal('ready') }).meta({ id: 'Readiness' }),
  },
  errors: ['store-unavailable'],
  async handle(_input, { engine, signal }) {
    try {
      await engine.ready({ signal });
    } catch (error) {
      signal.throwIfAborted();
      // Anyone may ask: where the store is and what it says, only those read who may read the log or the jobs.
      throw new CrossvaultError({
        code: 'store-unavailable',
        message: 'The store cannot be used now. The answers of the other endpoints say why.',
        cause: error,
      });
    }
    return { status: 'ready' as const };
  },
});
