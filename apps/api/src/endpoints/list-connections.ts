import { connectionListSchema } from '@crossvault/core';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { withoutTimes } from './connection-content.ts';

export const listConnections = defineEndpoint({
  operationId: 'listConnections',
  method: 'get',
  path: '/v1/connections',
  access: readAccess,
  summary: 'List connections',
  description:
    'All configured connections with their capabilities and their last known state. Sends no request to a vendor.',
  tags: ['connections'],
  params: z.object({}),
  query: z.object({}),
  response: { description: 'The connections, in the order of the configuration.', schema: connectionListSchema },
  errors: [],
  async handle(_input, { engine, signal }) {
    return { data: [...(await engine.connections({ signal }))] };
  },
  contentOf: ({ data }) => data.map(withoutTimes),
});
