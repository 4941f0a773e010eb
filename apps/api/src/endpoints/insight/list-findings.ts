import { findingKinds, findingPageSchema, findingSeverities, findingStates } from '@crossvault/core/insight';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { listOf, several, spanOrInstant } from '../../http/parameter.ts';
import { coveredFilters, insightContent, insightPageErrors, insightPaging } from './insight-parameters.ts';

export const listFindings = defineEndpoint({
  operationId: 'listFindings',
  method: 'get',
  path: '/v1/findings',
  access: readAccess,
  summary: 'List findings',
  description: [
    'What is wrong now, over all connections, the most urgent first, then the newest. Findings that are resolved or retired are',
    'listed where `state` names them.',
  ].join('\n'),
  tags: ['insight'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({
    ...coveredFilters,
    kind: listOf(z.enum(findingKinds)).exactOptional().meta(several('What is wrong.')),
    severity: listOf(z.enum(findingSeverities)).exactOptional().meta(several('How urgent it is.')),
    state: listOf(z.enum(findingStates))
      .exactOptional()
      .meta(several('Without it: `open` and `acknowledged`, which are those that are true.')),
    subject: listOf(z.string())
      .exactOptional()
      .meta(several('Our ids or names of items and plans, without regard to case.')),
    since: spanOrInstant()
      .exactOptional()
      .meta({ description: 'Those that changed since: a span back from now, or an instant.', examples: ['24h'] }),
    ...insightPaging,
  }),
  response: { description: 'A page of findings, and the result of each source.', schema: findingPageSchema },
  errors: insightPageErrors,
  handle: ({ query: { limit, cursor = null, ...filters } }, { engine, signal, caller }) =>
    engine.insight.findings(filters, { limit, cursor }, { signal, caller }),
  contentOf: insightContent,
});
