import { apiKeySchema } from '@crossvault/core/store';
import { z } from 'zod';
import { adminOnly } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';

export const listKeys = defineEndpoint({
  operationId: 'listKeys',
  method: 'get',
  path: '/v1/keys',
  access: adminOnly,
  summary: 'List API keys',
  description: 'Includes expired and revoked keys, newest first. The text of a key is never returned here.',
  tags: ['keys'],
  params: z.object({}),
  query: z.object({}),
  response: {
    description: 'The complete list.',
    schema: z.object({ data: z.array(apiKeySchema) }).meta({ id: 'ApiKeyList' }),
  },
  errors: ['store-missing'],
  handle: async (_input, { engine }) => ({ data: [...(await engine.listKeys())] }),
  contentOf: ({ data }) => data.map(({ lastUsedAt: _lastUsedAt, ...key }) => key),
});
