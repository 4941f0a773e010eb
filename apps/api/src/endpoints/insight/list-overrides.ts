import { overrideSchema } from '@crossvault/core/insight';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { coveredFilters, insightErrors } from './insight-parameters.ts';

export const listOverrides = defineEndpoint({
  operationId: 'listOverrides',
  method: 'get',
  path: '/v1/overrides',
  access: readAccess,
  summary: 'List acknowledgements, mutes and excuses',
  description: 'What operators said and what still holds, with the reason, newest first; at most 500.',
  tags: ['insight'],
  params: z.object({}),
  query: z.object({ connection: coveredFilters.connection }),
  response: {
    description: 'What was said.',
    schema: z.object({ data: z.array(overrideSchema) }).meta({ id: 'OverrideList' }),
  },
  errors: insightErrors,
  async handle({ query }, { engine, signal, caller }) {
    return { data: [...(await engine.insight.overrides(query, { signal, caller }))] };
  },
});
