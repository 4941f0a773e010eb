import { apiKeySchema } from '@crossvault/core/store';
import { z } from 'zod';
import { adminOnly } from '../http/access.ts';
import { actorOf } from '../http/actor.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { readSent } from '../http/sent-body.ts';

const sent = z.strictObject({});

export const revokeKey = defineEndpoint({
  operationId: 'revokeKey',
  method: 'post',
  path: '/v1/keys/{id}/revoke',
  access: adminOnly,
  summary: 'Revoke an API key',
  description: 'The key is refused from now on.',
  tags: ['keys'],
  params: z.object({ id: z.string().meta({ description: 'The id of the key.' }) }),
  query: z.object({}),
  sent,
  response: { description: 'The revoked key.', schema: apiKeySchema },
  errors: ['key-not-found', 'store-missing'],
  handle(request, { engine, actor }) {
    readSent(sent, request.sent);
    return engine.revokeKey(request.params.id, actorOf(actor));
  },
});
