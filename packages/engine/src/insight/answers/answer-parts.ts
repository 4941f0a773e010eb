import type { Clock, Logger } from '@crossvault/core';
import type { StoreLedger } from '@crossvault/core/store';
import type { History } from '../../changes/history.ts';
import type { Source } from '../../connections/source.ts';
import type { ConnectionInsight } from '../evaluation/connection-insight.ts';
import type { InsightSettings } from '../evaluation/insight-settings.ts';

/** What answers about expected runs are made from. */
export interface AnswerParts {
  readonly sources: readonly Source[];
  readonly history: History;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings: InsightSettings;
  /** By connection. */
  readonly insights: ReadonlyMap<string, ConnectionInsight>;
  /** Writes what operators say to the audit log. */
  readonly audit: (line: Omit<Parameters<StoreLedger['appendAudit']>[0], 'at'>) => Promise<void>;
}

export const toInstant = (ms: number): string => new Date(ms).toISOString();
export const toInstantOrNull = (ms: number | null): string | null => (ms === null ? null : toInstant(ms));
