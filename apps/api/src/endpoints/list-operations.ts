import { operationSchema } from '@crossvault/core';
import { toOperationView } from '@crossvault/engine';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { listOf, several } from '../http/parameter.ts';
import { ledgerPaging, pageOf } from './inventory-parameters.ts';

export const listOperations = defineEndpoint({
  operationId: 'listOperations',
  method: 'get',
  path: '/v1/operations',
  access: readAccess,
  summary: 'List operations',
  description: 'Requested changes and their state, newest first.',
  tags: ['operations'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({
    connection: listOf(z.string()).exactOptional().meta(several('Names of connections.')),
    status: listOf(operationSchema.shape.status).exactOptional().meta(several('How they stand.')),
    target: listOf(z.string())
      .exactOptional()
      .meta(several('Our ids of what they were asked of, or names of connections.')),
    ...ledgerPaging,
  }),
  response: { description: 'A page of operations.', schema: pageOf('OperationPage', operationSchema) },
  errors: ['invalid-cursor', 'store-missing'],
  async handle({ query: { limit, cursor, ...filters } }, { engine, signal, caller }) {
    const page = { limit, cursor: cursor ?? null };
    const { operations, next } = await engine.operations(filters, page, { signal, caller });
    return { data: operations.map(toOperationView), page: { next } };
  },
});
