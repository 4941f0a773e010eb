import { CrossvaultError } from '@crossvault/core';
import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint.ts';

export const getReadiness = defineEndpoint({
  operationId: 'getReadiness',
  method: 'get',
  path: '/readyz',
  access: 'anyone',
  summary: 'Check that the server can answer',
  description:
    'Reads from the store. A load balancer sends requests elsewhere while this is not 200. `/healthz` stays 200, because a restart does not repair a store.',
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
      // This endpoint needs no key, so the answer names neither the store nor its error.
      throw new CrossvaultError({
        code: 'store-unavailable',
        message: 'The store is unavailable. The responses of the other endpoints give the reason.',
        cause: error,
      });
    }
    return { status: 'ready' as const };
  },
});
