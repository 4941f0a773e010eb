import { apiKeySchema, keyNameSchema, parseUserInstant, scopeSchema } from '@crossvault/core';
import { z } from 'zod';
import { adminOnly } from '../http/access.ts';
import { actorOf } from '../http/actor.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { instant } from '../http/parameter.ts';
import { readSent } from '../http/sent-body.ts';

const sent = z
  .strictObject({
    name: keyNameSchema.describe('Who or what it is for; the actor of the audit log.'),
    scopes: z
      .array(scopeSchema)
      .min(1)
      .describe(
        'No scope includes another one, but all may read: a key with `destroy` alone may remove a plan and not run it.',
      ),
    connections: z
      .array(z.string())
      .min(1)
      .nullable()
      .default(null)
      .describe('The connections that it opens; null: all.'),
    expiresAt: instant('expiresAt').nullable().default(null).describe('Null: never.'),
  })
  .meta({ id: 'NewApiKey' });

export const createKey = defineEndpoint({
  operationId: 'createKey',
  method: 'post',
  path: '/v1/keys',
  access: adminOnly,
  summary: 'Make an API key',
  description:
    'The answer has the text of the key, this once. A key that opens some connections alone makes such keys alone.',
  tags: ['keys'],
  params: z.object({}),
  query: z.object({}),
  sent,
  response: {
    description: 'The key.',
    schema: z
      .object({ key: apiKeySchema, token: z.string().describe('To be kept by whoever asked.') })
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
