import type { InsightCalls } from '@crossvault/engine';
import type { VisibleConnections } from './visible-connections.ts';

/** What should have run, limited to visible connections: nothing of others is listed, found or counted. */
export function limitInsight(insight: InsightCalls, { known, within }: VisibleConnections): InsightCalls {
  return {
    today: async (query = {}, call) => insight.today(within(query), call),
    findings: async (query, page, call) => insight.findings(within(query), page, call),
    finding: async (id, call) => insight.finding(known(id, 'finding-not-found'), call),
    explainFinding: async (id, call) => insight.explainFinding(known(id, 'finding-not-found'), call),
    acknowledgeFinding: async (id, request, call) =>
      insight.acknowledgeFinding(known(id, 'finding-not-found'), request, call),
    muteFinding: async (id, request, call) => insight.muteFinding(known(id, 'finding-not-found'), request, call),
    excuseFinding: async (id, request, call) => insight.excuseFinding(known(id, 'finding-not-found'), request, call),
    overrides: async (query = {}, call) => insight.overrides(within(query), call),
    occurrences: async (query, page, call) => insight.occurrences(within(query), page, call),
    occurrence: async (id, call) => insight.occurrence(known(id, 'occurrence-not-found'), call),
    calendar: async (query, page, call) => insight.calendar(within(query), page, call),
    sla: async (query, page, call) => insight.sla(within(query), page, call),
  };
}
