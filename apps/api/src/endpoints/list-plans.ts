import { planPageSchema } from '@crossvault/core';
import { toPlanPage } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { listErrors } from '../http/endpoint-errors.ts';
import { wantsFresh } from '../http/freshness.ts';
import { freshHeaders, inventoryContent, inventoryFilters, inventoryPaging } from './inventory-parameters.ts';

export const listPlans = defineEndpoint({
  operationId: 'listPlans',
  method: 'get',
  path: '/v1/plans',
  access: readAccess,
  summary: 'List plans',
  description: [
    'The plans that run jobs on a schedule, of all connections whose vendors have plans, ordered by name. With',
    '`Cache-Control: no-cache` the vendors are asked even where plans are stored.',
  ].join('\n'),
  tags: ['plans'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({
    ...inventoryFilters,
    enabled: z
      .boolean()
      .exactOptional()
      .describe('True: only plans that run on their schedule. False: only those that do not.'),
    ...inventoryPaging,
  }),
  headers: freshHeaders,
  response: { description: 'A page of plans, and the result of each source.', schema: planPageSchema },
  errors: listErrors,
  async handle({ query: { limit, cursor, include = [], strict, ...filters }, headers }, { engine, signal, caller }) {
    const page = { limit, cursor: cursor ?? null, strict, fresh: wantsFresh(headers) };
    return toPlanPage(await engine.plans(filters, page, { signal, caller }), { raw: include.includes('raw') });
  },
  contentOf: inventoryContent,
});
