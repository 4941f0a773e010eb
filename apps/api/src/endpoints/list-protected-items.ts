import { protectedItemPageSchema, protectedItemSchema } from '@crossvault/core';
import { toItemPage } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { listErrors } from '../http/endpoint-errors.ts';
import { wantsFresh } from '../http/freshness.ts';
import { listOf, several } from '../http/parameter.ts';
import { freshHeaders, inventoryContent, inventoryFilters, inventoryPaging } from './inventory-parameters.ts';

export const listProtectedItems = defineEndpoint({
  operationId: 'listProtectedItems',
  method: 'get',
  path: '/v1/protected-items',
  access: readAccess,
  summary: 'List protected items',
  description: [
    'The items that are backed up, of all connections whose vendors list them, ordered by name. With `Cache-Control: no-cache`',
    'the vendors are asked even where items are stored.',
  ].join('\n'),
  tags: ['items'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({
    ...inventoryFilters,
    plan: listOf(z.string()).exactOptional().meta(several("Our ids of plans, the vendors' ids or names of them.")),
    protection: listOf(protectedItemSchema.shape.protection).exactOptional().meta(several('How they are protected.')),
    type: listOf(protectedItemSchema.shape.type).exactOptional().meta(several('What they are.')),
    ...inventoryPaging,
  }),
  headers: freshHeaders,
  response: { description: 'A page of items, and the result of each source.', schema: protectedItemPageSchema },
  errors: listErrors,
  async handle({ query: { limit, cursor, include = [], strict, ...filters }, headers }, { engine, signal, caller }) {
    const page = { limit, cursor: cursor ?? null, strict, fresh: wantsFresh(headers) };
    return toItemPage(await engine.items(filters, page, { signal, caller }), { raw: include.includes('raw') });
  },
  contentOf: inventoryContent,
});
