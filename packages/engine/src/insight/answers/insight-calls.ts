import type { CallOptions } from '@crossvault/core';
import type {
  Calendar,
  CalendarQuery,
  FindingExplanation,
  FindingPage,
  FindingQuery,
  FindingView,
  InsightPageQuery,
  InsightQuery,
  OccurrencePage,
  OccurrenceQuery,
  OccurrenceView,
  Override,
  OverrideRequest,
  Sla,
  Today,
} from '@crossvault/core/insight';

/**
 * What should have run, what did not, and what is at risk. All of it is read from the store, and evaluated up to now before, unless another
 * process that syncs does so. Every call throws `store-missing` without a store.
 */
export interface InsightCalls {
  /** The newest business day that began at least 12 hours ago, over the covered connections. */
  today(query?: InsightQuery, call?: CallOptions): Promise<Today>;
  /** The most urgent first, then the newest. Throws `invalid-parameter`. */
  findings(query: FindingQuery, page: InsightPageQuery, call?: CallOptions): Promise<FindingPage>;
  /** Throws `finding-not-found`. */
  finding(id: string, call?: CallOptions): Promise<FindingView>;
  /** What a finding follows from. Throws `finding-not-found`. */
  explainFinding(id: string, call?: CallOptions): Promise<FindingExplanation>;
  /** Says that a person takes care of a finding. Throws `finding-not-found`, and `state-conflict` where it is true no longer. */
  acknowledgeFinding(id: string, request: OverrideRequest, call?: CallOptions): Promise<FindingView>;
  /** Says that findings of its subject are not to be announced for a time. Throws `finding-not-found`, `invalid-parameter`. */
  muteFinding(id: string, request: OverrideRequest, call?: CallOptions): Promise<FindingView>;
  /** Says that runs of its subject that are due in a span do not count. Throws `finding-not-found`, `invalid-parameter`. */
  excuseFinding(id: string, request: OverrideRequest, call?: CallOptions): Promise<FindingView>;
  /** What operators said and what still holds, newest first; at most 500. */
  overrides(query?: Pick<InsightQuery, 'connection'>, call?: CallOptions): Promise<readonly Override[]>;
  /** Expected runs, the newest due time first. Throws `invalid-parameter`. */
  occurrences(query: OccurrenceQuery, page: InsightPageQuery, call?: CallOptions): Promise<OccurrencePage>;
  /** Throws `occurrence-not-found`. */
  occurrence(id: string, call?: CallOptions): Promise<OccurrenceView>;
  /** What became of expected runs day by day, in the order of names. */
  calendar(query: CalendarQuery, page: InsightPageQuery, call?: CallOptions): Promise<Calendar>;
  /** The share of expected runs that were met in as many days. */
  sla(query: Omit<CalendarQuery, 'rule' | 'ahead'>, page: InsightPageQuery, call?: CallOptions): Promise<Sla>;
}
