import { scheduleTracks } from '@crossvault/core';
import { type FindingView, type OccurrenceView, type Subject, severityOf } from '@crossvault/core/insight';
import type { StoredFinding, StoredOccurrence, StoredSubject } from '@crossvault/core/store';
import { redactTexts } from '../../connections/redact-records.ts';
import type { Tenants } from '../../connections/tenants.ts';
import { labelOf } from '../due.ts';
import { parseSourceId, toOccurrenceId } from '../evaluation/insight-ids.ts';
import { readFinding } from '../evaluation/stored-finding.ts';
import type { Finding } from '../findings/finding.ts';
import { toInstant, toInstantOrNull } from './answer-parts.ts';

/** A subject as it is shown. It belongs to its connection's customer where its vendor names none. */
export const toSubject = (
  { id, kind, name, connection, vendor, plan, tenant }: StoredSubject,
  tenants: Tenants,
): Subject => {
  const hide = (text: string | null): string | null => (text === null ? null : redactTexts(text, connection));
  return {
    id,
    kind,
    name: hide(name),
    connection,
    vendor,
    plan: plan === null ? null : { id: plan.id, name: hide(plan.name) },
    tenant: hide(tenant) ?? tenants.get(connection) ?? null,
  };
};

/** A subject that is not stored: a source, or one of which nothing else is left. */
export function toBareSubject(id: string, connection: string, vendor: string): Subject {
  const source = parseSourceId(id);
  const name = source === null ? null : source.list === null ? connection : `${connection}/${source.list}`;
  return { id, kind: source === null ? 'item' : 'source', name, connection, vendor, plan: null, tenant: null };
}

/** What is stored as upcoming is due from its due time on. */
export const stateAt = ({ state, dueMs }: Pick<StoredOccurrence, 'state' | 'dueMs'>, nowMs: number) =>
  state === 'upcoming' || state === 'due' ? (dueMs > nowMs ? 'upcoming' : 'due') : state;

export function toOccurrenceView(stored: StoredOccurrence, subject: Subject, nowMs: number): OccurrenceView {
  return {
    id: toOccurrenceId(stored.connection, stored),
    subject,
    track: stored.track,
    dueAt: toInstant(stored.dueMs),
    localTime: labelOf(stored),
    startBy: toInstant(stored.startByMs),
    endBy: toInstantOrNull(stored.endByMs),
    state: stateAt(stored, nowMs),
    reason: stored.reason,
    provisional: stored.isProvisional,
    overrunning: stored.isOverrunning,
    recovered: stored.isRecovered,
    attempts: stored.attempts.map(({ id, status, startedMs, endedMs }) => ({
      id,
      status,
      startedAt: toInstant(startedMs),
      endedAt: toInstantOrNull(endedMs),
    })),
    schedule: stored.version,
  };
}

/** Null where it cannot be read. */
export function toFindingView(stored: StoredFinding, subject: Subject): FindingView | null {
  const finding = readFinding(stored.document);
  if (finding === null) return null;
  const {
    acknowledgement,
    silence,
    sinceMs,
    turnedMs,
    openedMs,
    isInitial,
    isFlapping,
    state,
    kind,
    streak,
    revision,
  } = finding;
  const said = (note: { by: string; why: string; untilMs: number | null } | null) =>
    note === null ? null : { by: note.by, why: note.why, until: toInstantOrNull(note.untilMs) };
  const path = subject.kind === 'plan' ? 'plans' : 'protected-items';
  return {
    id: stored.id,
    kind,
    severity: severityOf(kind),
    state,
    subject,
    since: toInstantOrNull(sinceMs),
    openedAt: toInstant(openedMs),
    changedAt: toInstant(turnedMs),
    streak,
    evidence: finding.evidence.map((each) => toEvidenceId(each, finding, stored.connection)),
    initial: isInitial,
    flapping: isFlapping,
    acknowledgement: said(acknowledgement),
    silence: said(silence),
    revision,
    links: {
      self: `/v1/findings/${stored.id}`,
      subject:
        subject.kind === 'source'
          ? `/v1/connections/${encodeURIComponent(subject.connection)}`
          : `/v1/${path}/${subject.id}`,
    },
  };
}

/** The evidence of a finding: an occurrence by its id, or a job by its own. */
function toEvidenceId(key: string, { subjectId }: Finding, connection: string): string {
  if (!key.startsWith('[')) return key;
  const [subject = subjectId, track = 'backup', version = '', label = ''] = readKey(key);
  return toOccurrenceId(connection, {
    subject,
    track: scheduleTracks.find((each) => each === track) ?? 'other',
    version,
    dueMs: Date.parse(label),
  });
}

function readKey(key: string): readonly string[] {
  const parts: unknown = JSON.parse(key);
  return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
}
