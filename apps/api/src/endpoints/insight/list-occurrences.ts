import { occurrencePageSchema, occurrenceSchema, occurrenceStates } from '@crossvault/core/insight';
import { parseUntil } from '@crossvault/core/internal';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { listOf, several } from '../../http/parameter.ts';
import {
  coveredFilters,
  insightContent,
  insightPageErrors,
  insightPaging,
  sinceLastNight,
  spanAheadOrInstant,
} from './insight-parameters.ts';

export const listOccurrences = defineEndpoint({
  operationId: 'listOccurrences',
  method: 'get',
  path: '/v1/occurrences',
  access: readAccess,
  summary: 'List expected runs',
  description: 'What was due and what became of it, over all connections, the newest due time first.',
  tags: ['insight'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({
    ...coveredFilters,
    state: listOf(z.enum(occurrenceStates)).exactOptional().meta(several('What became of them.')),
    track: listOf(occurrenceSchema.shape.track).exactOptional().meta(several('What the runs make.')),
    since: sinceLastNight()
      .default('last-night')
      .meta({
        description:
          'Due since: `last-night` (the newest business day that began at least 12 hours ago), a span back from now, or an instant.',
        examples: ['7d'],
      }),
    until: spanAheadOrInstant()
      .exactOptional()
      .meta({
        description: 'Due before: an instant, exclusive, or a span ahead of now such as `24h`. Without it: now.',
        examples: ['24h'],
      }),
    ...insightPaging,
  }),
  response: { description: 'A page of expected runs, and the result of each source.', schema: occurrencePageSchema },
  errors: insightPageErrors,
  handle({ query: { limit, cursor = null, until, ...filters } }, { engine, now, signal, caller }) {
    const end = until === undefined ? {} : { until: parseUntil(until, now()) };
    return engine.insight.occurrences({ ...filters, ...end }, { limit, cursor }, { signal, caller });
  },
  contentOf: insightContent,
});
