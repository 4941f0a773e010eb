import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { sourceErrors } from '../http/endpoint-errors.ts';
import { connectionParameters } from './connection-parameters.ts';

const container = z
  .object({
    id: z.string().describe("The vendor's own id."),
    name: z.string().nullable(),
    type: z.string().nullable().describe("The vendor's name for the type of container."),
  })
  .meta({ id: 'Container', description: 'An object that contains items to protect: a machine, a storage account.' });

export const listContainers = defineEndpoint({
  operationId: 'listContainers',
  method: 'get',
  path: '/v1/connections/{name}/containers',
  access: readAccess,
  summary: 'List the containers of one connection',
  description: 'The objects that contain items to protect. The vendor is asked.',
  tags: ['connections'],
  params: connectionParameters,
  query: z.object({}),
  response: {
    description: 'The complete list.',
    schema: z.object({ data: z.array(container) }).meta({ id: 'ContainerList' }),
  },
  errors: ['connection-not-found', 'action-not-supported', ...sourceErrors],
  async handle({ params }, { engine, signal }) {
    return { data: [...(await engine.containers(params.name, { signal }))] };
  },
});
