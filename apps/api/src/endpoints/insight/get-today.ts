import { todaySchema } from '@crossvault/core/insight';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { coveredFilters, insightErrors } from './insight-parameters.ts';

export const getToday = defineEndpoint({
  operationId: 'getToday',
  method: 'get',
  path: '/v1/today',
  access: readAccess,
  summary: "Are last night's backups good?",
  description: [
    'Counts of the expected runs of the newest business day that began at least 12 hours ago, the most urgent findings, the',
    'freshness of every source, and what is due next. A run that no list could show is `unknown`, never `missed`.',
  ].join('\n'),
  tags: ['insight'],
  isExpensive: true,
  params: z.object({}),
  query: z.object(coveredFilters),
  response: { description: 'The answer.', schema: todaySchema },
  errors: insightErrors,
  handle: ({ query }, { engine, signal, caller }) => engine.insight.today(query, { signal, caller }),
  contentOf: ({ day, evaluatedAt: _evaluatedAt, sources, ...rest }) => ({
    ...rest,
    day: day.date,
    sources: sources.map(({ connection, status }) => ({ connection, status })),
  }),
});
