import type { Clock } from '@crossvault/core';
import type { StoredOverride } from '@crossvault/core/store';
import type { Finding } from '../findings/finding.ts';
import type { ConnectionMemory } from './connection-memory.ts';
import type { InsightSettings } from './insight-settings.ts';
import type { InsightState } from './insight-state.ts';
import type { InsightStore } from './insight-store.ts';
import type { ListCoverage } from './list-coverage.ts';

export interface InsightOptions {
  readonly connection: { readonly name: string; readonly tags: readonly string[]; readonly historyDays?: number };
  readonly store: InsightStore;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  readonly settings: InsightSettings;
}

/** What was read of a connection before its subjects are evaluated. */
export interface EvaluationInput extends InsightOptions {
  readonly known: ConnectionMemory;
  /** Null: this is the first evaluation of the connection. */
  readonly before: InsightState | null;
  readonly state: InsightState;
  readonly lists: ListCoverage;
  readonly overrides: readonly StoredOverride[];
  /** Jobs that Crossvault started. */
  readonly ownJobs: ReadonlySet<string>;
  readonly nowMs: number;
}

/** Some subjects to be evaluated. */
export interface BatchInput extends EvaluationInput {
  readonly ids: readonly string[];
  /** Findings of sources after an earlier batch of this evaluation; null: this is the first one. */
  readonly partFindings: ReadonlyMap<string, Finding> | null;
}
