import { type SourceReport, toJobId } from '@crossvault/core';
import {
  type FindingKind,
  type FindingView,
  type OccurrenceCounts,
  type OccurrenceState,
  type OccurrenceView,
  type Subject,
  severityOf,
} from '@crossvault/core/insight';

/** A machine of a made-up vendor that is judged. */
export const makeSubject = (connection: string, name: string, overrides: Partial<Subject> = {}): Subject => ({
  id: toJobId(connection, ['item', name]),
  kind: 'item',
  name,
  connection,
  vendor: 'fake',
  plan: null,
  tenant: null,
  ...overrides,
});

/** Something that is wrong with a machine since midnight. */
export function makeFinding(
  connection: string,
  kind: FindingKind,
  name: string,
  overrides: Partial<FindingView> = {},
): FindingView {
  const id = toJobId(connection, ['finding', kind, name]);
  return {
    id,
    kind,
    severity: severityOf(kind),
    state: 'open',
    subject: makeSubject(connection, name),
    since: '2026-01-15T00:00:00.000Z',
    openedAt: '2026-01-15T01:00:00.000Z',
    changedAt: '2026-01-15T01:00:00.000Z',
    streak: 0,
    evidence: [],
    initial: false,
    flapping: false,
    acknowledgement: null,
    silence: null,
    revision: 1,
    links: { self: `/v1/findings/${id}`, subject: null },
    ...overrides,
  };
}

/** An expected run of a machine that was due at midnight. */
export const makeOccurrence = (
  connection: string,
  state: OccurrenceState,
  name: string,
  overrides: Partial<OccurrenceView> = {},
): OccurrenceView => ({
  id: toJobId(connection, ['occurrence', name, overrides.dueAt ?? 'midnight']),
  subject: makeSubject(connection, name),
  track: 'backup',
  dueAt: '2026-01-15T00:00:00.000Z',
  localTime: '2026-01-15T01:00+01:00',
  startBy: '2026-01-15T00:30:00.000Z',
  endBy: null,
  state,
  reason: null,
  provisional: false,
  overrunning: false,
  recovered: false,
  attempts: [],
  schedule: 'first',
  ...overrides,
});

/** What one connection contributed to an answer from the store. */
export const makeSource = (connection: string, overrides: Partial<SourceReport> = {}): SourceReport => ({
  connection,
  vendor: 'fake',
  status: 'ok',
  count: 0,
  asOf: '2026-01-15T11:58:00.000Z',
  window: { startedAfter: null, startedBefore: null },
  rejected: { count: 0, items: [] },
  withoutRun: 0,
  warnings: [],
  problem: null,
  retryAfterSeconds: null,
  caughtUp: false,
  ...overrides,
});

const met: readonly OccurrenceState[] = ['met', 'met-late', 'met-with-warning'];
const open: readonly OccurrenceState[] = ['upcoming', 'due', 'running'];

/** The counts of expected runs by their states. */
export function countOccurrences(
  occurrences: readonly Pick<OccurrenceView, 'state' | 'recovered'>[],
): OccurrenceCounts {
  const count = (...states: readonly OccurrenceState[]) =>
    occurrences.filter(({ state }) => states.includes(state)).length;
  const pending = count(...open);
  const expected = occurrences.length - pending;
  const counted = expected - count('excused', 'unknown');
  return {
    expected,
    met: count(...met),
    late: count('met-late'),
    warnings: count('met-with-warning'),
    failed: count('failed'),
    missed: count('missed'),
    cancelled: count('cancelled'),
    skipped: count('skipped'),
    excused: count('excused'),
    unknown: count('unknown'),
    pending,
    recovered: occurrences.filter(({ recovered }) => recovered).length,
    ratio: counted === 0 ? null : count(...met) / counted,
  };
}
