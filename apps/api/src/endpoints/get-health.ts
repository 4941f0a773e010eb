import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint.ts';

export const getHealth = defineEndpoint({
  operationId: 'getHealth',
  method: 'get',
  path: '/healthz',
  access: 'anyone',
  summary: 'Check that the server runs',
  description: 'Shows only that the server answers. The state of the sources is in the list of connections.',
  tags: ['service'],
  params: z.object({}),
  query: z.object({}),
  response: {
    description: 'The server runs.',
    schema: z.object({ status: z.literal('ok') }).meta({ id: 'Health' }),
  },
  errors: [],
  handle: async () => ({ status: 'ok' as const }),
});
