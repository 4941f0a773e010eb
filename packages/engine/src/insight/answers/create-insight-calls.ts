import type { CallOptions } from '@crossvault/core';
import { toStoreMissing } from '../../changes/history.ts';
import { completeCall } from '../../engine-defaults.ts';
import type { AnswerParts } from './answer-parts.ts';
import { explainFinding } from './explain-finding.ts';
import type { InsightCalls } from './insight-calls.ts';
import { listOverrides, overrideFinding } from './override-findings.ts';
import { readCalendar, readSla } from './read-calendar.ts';
import { listFindings, readFindingView } from './read-findings.ts';
import { listOccurrences, readOccurrence } from './read-occurrences.ts';
import { readToday } from './read-today.ts';

/**
 * The calls about expected runs and findings.
 *
 * @param parts null: there is no store
 * @param absentStore why there is none
 */
export function createInsightCalls(parts: AnswerParts | null, absentStore: string | null): InsightCalls {
  const ask = async <Answer>(
    call: CallOptions | undefined,
    read: (own: AnswerParts, call: CallOptions) => Promise<Answer>,
  ) => {
    if (parts === null) throw toStoreMissing(absentStore);
    return read(parts, completeCall(call));
  };
  return {
    today: (query = {}, given) => ask(given, (own, call) => readToday(own, query, call)),
    findings: (query, page, given) => ask(given, (own, call) => listFindings(own, query, page, call)),
    finding: (id, given) => ask(given, (own, call) => readFindingView(own, id, call)),
    explainFinding: (id, given) => ask(given, (own, call) => explainFinding(own, id, call)),
    acknowledgeFinding: (id, request, given) =>
      ask(given, (own, call) => overrideFinding(own, 'acknowledge', id, request, call)),
    muteFinding: (id, request, given) => ask(given, (own, call) => overrideFinding(own, 'mute', id, request, call)),
    excuseFinding: (id, request, given) => ask(given, (own, call) => overrideFinding(own, 'excuse', id, request, call)),
    overrides: (query = {}, given) => ask(given, (own) => listOverrides(own, query)),
    occurrences: (query, page, given) => ask(given, (own, call) => listOccurrences(own, query, page, call)),
    occurrence: (id, given) => ask(given, (own, call) => readOccurrence(own, id, call)),
    calendar: (query, page, given) => ask(given, (own, call) => readCalendar(own, query, page, call)),
    sla: (query, page, given) => ask(given, (own, call) => readSla(own, query, page, call)),
  };
}
