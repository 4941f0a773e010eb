import { apiKeySchema } from '@crossvault/core';
import { z } from 'zod';
import { adminOnly } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';

export const listKeys = defineEndpoint({
  operationId: 'listKeys',
  method: 'get',
  path: '/v1/keys',
  access: adminOnly,
  summary: 'List API keys',
  description: 'Also expired and revoked ones, newest first. What a key is was told once, to whoever made it.',
  tags: ['keys'],
  params: z.object({}),
  query: z.object({}),
  response: {
    description: 'All of them.',
    schema: z.object({ data: z.array(apiKeySchema) }).meta({ id: 'ApiKeyList' }),
  },
  errors: ['store-missing'],
  handle: async (_input, { engine }) => ({ data: [...(await engine.listKeys())] }),
  contentOf: ({ data }) => data.map(({ lastUsedAt: _lastUsedAt, ...key }) => key),
});
