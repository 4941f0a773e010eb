import { parseJobId, scheduleTracks, toJobId } from '@crossvault/core';
import type { OccurrenceKey } from '@crossvault/core/store';
import type { FindingCause } from '../findings/finding.ts';

/** Ids of what is not the vendor's. Like all ids they begin with their connection, so that keys can be limited to connections. */

/** A connection, or one of its lists. */
export const toSourceId = (connection: string, list?: string): string =>
  toJobId(connection, list === undefined ? ['source'] : ['source', list]);

/** The list of a source's id, and whether it is one. */
export function parseSourceId(id: string): { readonly connection: string; readonly list: string | null } | null {
  const parsed = parseJobId(id);
  if (parsed === null || parsed.key[0] !== 'source' || parsed.key.length > 2) return null;
  return { connection: parsed.connection, list: parsed.key[1] ?? null };
}

export const toOccurrenceId = (connection: string, { subject, dueMs, track, version }: OccurrenceKey): string =>
  toJobId(connection, ['occurrence', subject, track, version, String(dueMs)]);

export function parseOccurrenceId(id: string): (OccurrenceKey & { readonly connection: string }) | null {
  const parsed = parseJobId(id);
  if (parsed === null || parsed.key.length !== 5) return null;
  const [kind, subject = '', trackText = '', version = '', due = ''] = parsed.key;
  const track = scheduleTracks.find((each) => each === trackText);
  const dueMs = Number(due);
  if (kind !== 'occurrence' || track === undefined || !Number.isSafeInteger(dueMs)) return null;
  return { connection: parsed.connection, subject, track, version, dueMs };
}

/** A finding, of which there is one of a cause and a subject. */
export const toFindingId = (connection: string, cause: string, subject: string): string =>
  toJobId(connection, ['finding', cause, subject]);

/** All causes of findings. */
export const findingCauses = [
  'failed',
  'missed',
  'objective-breached',
  'objective-at-risk',
  'overrunning',
  'never-backed-up',
  'unprotected',
  'disabled-too-long',
  'nothing-protected',
  'source-blind',
] as const satisfies readonly FindingCause[];
