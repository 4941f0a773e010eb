import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint.ts';

export const getOpenApi = defineEndpoint({
  operationId: 'getOpenApi',
  method: 'get',
  path: '/v1/openapi.json',
  access: 'anyone',
  summary: 'Read this document',
  description: 'The OpenAPI document of this server, generated from its endpoint definitions.',
  tags: ['service'],
  params: z.object({}),
  query: z.object({}),
  response: {
    description: 'An OpenAPI 3.1 document.',
    schema: z.record(z.string(), z.unknown()).meta({ id: 'OpenApiDocument', description: 'An OpenAPI 3.1 document.' }),
  },
  errors: [],
  handle: async (_input, { document }) => document(),
});
