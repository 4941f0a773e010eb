import { protectedItemViewSchema } from '@crossvault/core';
import { toInventoryView } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { wantsFresh } from '../http/freshness.ts';
import { freshHeaders, includeRaw, itemParameters } from './inventory-parameters.ts';

export const getProtectedItem = defineEndpoint({
  operationId: 'getProtectedItem',
  method: 'get',
  path: '/v1/protected-items/{id}',
  access: readAccess,
  summary: 'Read one protected item',
  description: '`actions` lists what the vendor offers in the current state.',
  tags: ['items'],
  params: itemParameters,
  query: z.object({ include: includeRaw }),
  headers: freshHeaders,
  response: { description: 'The item.', schema: protectedItemViewSchema },
  errors: ['item-not-found', ...sourceErrors],
  async handle({ params, query, headers }, { engine, signal }) {
    const record = await engine.item(params.id, { signal }, { fresh: wantsFresh(headers) });
    return toInventoryView(record, {
      path: 'protected-items',
      include: { raw: query.include?.includes('raw') ?? false },
    });
  },
});
