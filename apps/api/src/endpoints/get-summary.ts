import { summarySchema } from '@crossvault/core';
import { parseSince, parseUserInstant, sinceMeaning } from '@crossvault/core/internal';
import { z } from 'zod';
import { readAccess } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { instant, spanOrInstant } from '../http/parameter.ts';

export const getSummary = defineEndpoint({
  operationId: 'getSummary',
  method: 'get',
  path: '/v1/summary',
  access: readAccess,
  summary: 'Summarize all connections',
  description: [
    'Per connection and in total: jobs by status that started, ended or were open in a window, the last successful backup,',
    'and the target with the oldest last successful backup. Computed from the store.',
  ].join('\n'),
  tags: ['history'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({
    since: spanOrInstant()
      .default('24h')
      .meta({ description: sinceMeaning, examples: ['24h'] }),
    startedBefore: instant('startedBefore')
      .exactOptional()
      .meta({ description: 'Exclusive.', examples: ['2026-01-31T22:00:00Z'] }),
  }),
  response: { description: 'The connections, in the order of the configuration.', schema: summarySchema },
  errors: ['store-missing'],
  handle({ query: { since, startedBefore } }, { engine, now, signal, caller }) {
    const request = {
      since: parseSince(since, now()),
      startedBefore: startedBefore === undefined ? null : parseUserInstant(startedBefore, 'startedBefore'),
      connections: null,
    };
    return engine.summary(request, { signal, caller });
  },
  contentOf: ({ total, connections }) => ({ total, connections }),
});
