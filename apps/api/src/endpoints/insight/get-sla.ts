import { slaSchema } from '@crossvault/core/insight';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { group } from './get-calendar.ts';
import { coveredFilters, days, insightContent, insightPageErrors, insightPaging } from './insight-parameters.ts';

export const getSla = defineEndpoint({
  operationId: 'getSla',
  method: 'get',
  path: '/v1/sla',
  access: readAccess,
  summary: 'Read the share of expected runs that were met',
  description: [
    'met ÷ (expected − excused − unknown), always with the counts, and for each item and plan the greatest age that its newest good',
    'backup may have.',
  ].join('\n'),
  tags: ['insight'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({ ...coveredFilters, days, group, ...insightPaging }),
  response: { description: 'A page of ratios, their total, and the result of each source.', schema: slaSchema },
  errors: insightPageErrors,
  handle: ({ query: { limit, cursor = null, ...filters } }, { engine, signal, caller }) =>
    engine.insight.sla(filters, { limit, cursor }, { signal, caller }),
  contentOf: ({ until: _until, ...rest }) => insightContent(rest),
});
