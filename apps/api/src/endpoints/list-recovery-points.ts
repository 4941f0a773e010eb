import { recoveryPointSchema } from '@crossvault/core';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { itemParameters } from './inventory-parameters.ts';

export const listRecoveryPoints = defineEndpoint({
  operationId: 'listRecoveryPoints',
  method: 'get',
  path: '/v1/protected-items/{id}/recovery-points',
  access: readAccess,
  summary: 'List the recovery points of one item',
  description: 'The recovery points of the item, newest first. The vendor is asked.',
  tags: ['items'],
  params: itemParameters,
  query: z.object({}),
  response: {
    description: 'The complete list.',
    schema: z.object({ data: z.array(recoveryPointSchema) }).meta({ id: 'RecoveryPointList' }),
  },
  errors: ['item-not-found', 'action-not-supported', ...sourceErrors],
  async handle({ params }, { engine, signal }) {
    return { data: [...(await engine.recoveryPoints(params.id, { signal }))] };
  },
});
