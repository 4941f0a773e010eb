import { planViewSchema } from '@crossvault/core';
import { toInventoryView } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { wantsFresh } from '../http/freshness.ts';
import { freshHeaders, includeRaw, planParameters } from './inventory-parameters.ts';

export const getPlan = defineEndpoint({
  operationId: 'getPlan',
  method: 'get',
  path: '/v1/plans/{id}',
  access: readAccess,
  summary: 'Read one plan',
  description: '`actions` lists what the vendor offers in the current state.',
  tags: ['plans'],
  params: planParameters,
  query: z.object({ include: includeRaw }),
  headers: freshHeaders,
  response: { description: 'The plan.', schema: planViewSchema },
  errors: ['plan-not-found', ...sourceErrors],
  async handle({ params, query, headers }, { engine, signal }) {
    const record = await engine.plan(params.id, { signal }, { fresh: wantsFresh(headers) });
    return toInventoryView(record, { path: 'plans', include: { raw: query.include?.includes('raw') ?? false } });
  },
});
