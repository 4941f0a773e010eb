import { calendarGroups, calendarSchema, rollUpRules } from '@crossvault/core/insight';
import { z } from 'zod';
import { readAccess } from '../../http/access.ts';
import { defineEndpoint } from '../../http/endpoint.ts';
import { coveredFilters, days, insightContent, insightPageErrors, insightPaging } from './insight-parameters.ts';

/** What a row of a calendar or of a table of ratios is. */
export const group = z.enum(calendarGroups).default('subject').describe('What a row is.');

export const getCalendar = defineEndpoint({
  operationId: 'getCalendar',
  method: 'get',
  path: '/v1/calendar',
  access: readAccess,
  summary: 'Read a calendar of expected runs',
  description: 'Day by day what became of expected runs: one text a row, with one letter a day, in the order of names.',
  tags: ['insight'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({
    ...coveredFilters,
    days,
    ahead: z.int().min(0).max(31).default(0).describe('Business days to come.'),
    rule: z.enum(rollUpRules).default('worst').describe('How the runs of a day become one letter.'),
    group,
    ...insightPaging,
  }),
  response: { description: 'A page of the calendar, and the result of each source.', schema: calendarSchema },
  errors: insightPageErrors,
  handle: ({ query: { limit, cursor = null, ...filters } }, { engine, signal, caller }) =>
    engine.insight.calendar(filters, { limit, cursor }, { signal, caller }),
  contentOf: insightContent,
});
