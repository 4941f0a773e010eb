import type { ScheduleTrack } from '@crossvault/core';
import type { FindingKind, FindingState, OccurrenceReason, OccurrenceState } from '@crossvault/core/insight';
import type { InventoryKind, StoredOverride } from '@crossvault/core/store';
import type { Generated } from 'kysely';

/** Names in these tables are in lower case where they are compared. */
export interface InsightTables {
  schedule_versions: {
    connection: string;
    subject: string;
    number: number;
    first_seen_ms: number;
    last_seen_ms: number | null;
    meaning: string;
    enabled: 0 | 1;
    /** The schedule as JSON. */
    document: string;
  };
  looks: {
    connection: string;
    plan: string;
    first_ms: number;
    last_ms: number;
    last_run_ms: number | null;
    next_run_ms: number | null;
  };
  subjects: {
    subject_no: Generated<number>;
    id: string;
    connection: string;
    kind: InventoryKind;
    native_id: string;
    name: string | null;
    sort_name: string;
    plan_id: string | null;
    plan_name: string | null;
    tenant: string | null;
    expected: 0 | 1;
    next_ms: number | null;
    document: string;
  };
  occurrences: {
    subject_no: number;
    connection: string;
    due_ms: number;
    track: ScheduleTrack;
    version: string;
    offset_ms: number;
    start_by_ms: number;
    end_by_ms: number | null;
    state: OccurrenceState;
    reason: OccurrenceReason | null;
    /** The sum of its marks: see `occurrenceMarks`. */
    marks: number;
    /** As JSON; '' for none. */
    attempts: string;
  };
  findings: {
    id: string;
    connection: string;
    subject: string;
    kind: FindingKind;
    /** 0: critical. */
    severity: number;
    state: FindingState;
    turned_ms: number;
    revision: number;
    document: string;
  };
  finding_changes: {
    position: Generated<number>;
    finding: string;
    revision: number;
    connection: string;
    at_ms: number;
    document: string;
  };
  overrides: {
    id: string;
    connection: string;
    kind: StoredOverride['kind'];
    subject: string;
    until_ms: number | null;
    created_ms: number;
    document: string;
  };
}
