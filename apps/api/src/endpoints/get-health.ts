import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint.ts';

export const getHealth = defineEndpoint({
  operationId: 'getHealth',
  method: 'get',
  path: '/healthz',
  access: 'anyone',
  summary: 'See whether the server runs',
  description: 'Says only that the server answers; how the sources are, the connections say.',
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
