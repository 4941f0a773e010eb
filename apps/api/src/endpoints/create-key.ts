import { parseUserInstant } from '@crossvault/core/internal';
import { apiKeySchema, keyNameSchema, scopeSchema } from '@crossvault/core/store';
import { z } from 'zod';
import { adminOnly } from '../http/access.ts';
import { actorOf } from '../http/actor.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { instant } from '../http/parameter.ts';
import { readSent } from '../http/sent-body.ts';

const sent = z
  .strictObject({
    name: keyNameSchema.describe('Who or what the key is for; the audit log shows it as the actor.'),
    scopes: z
      .array(scopeSchema)
      .min(1)
      .describe(
        'No scope includes another, but every key may read. A key with `destroy` alone may remove a plan and may not run it.',
      ),
    connections: z
      .array(z.string())
      .min(1)
      .nullable()
      .default(null)
      .describe('The connections that the key may access. Null: all connections.'),
    expiresAt: instant('expiresAt').nullable().default(null).describe('Null: the key does not expire.'),
  })
  .meta({ id: 'NewApiKey' });

export const createKey = defineEndpoint({
  operationId: 'createKey',
  method: 'post',
  path: '/v1/keys',
  access: adminOnly,
  summary: 'Create an API key',
  description:
    'The response contains the text of the key; it cannot be read again. A key that is limited to connections can only create keys with the same or a smaller limit.',
  tags: ['keys'],
  params: z.object({}),
  query: z.object({}),
  sent,
  response: {
    description: 'The key.',
    schema: z
      .object({ key: apiKeySchema, token: z.string().describe('The text of the key. Only this response contains it.') })
      .meta({ id: 'MadeKey' }),
  },
  errors: ['unknown-parameter', 'connection-not-found', 'store-missing'],
  async handle(request, { engine, actor }) {
    const { expiresAt, ...wanted } = readSent(sent, request.sent);
    const until = expiresAt === null ? null : parseUserInstant(expiresAt, 'expiresAt');
    const { key, token } = await engine.createKey({ ...wanted, expiresAt: until }, actorOf(actor));
    return { key, token: token.reveal() };
  },
});
