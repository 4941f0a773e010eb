import type { Tables } from '../schema/schema.ts';

/** What is emptied between two tests on one store. */
export const tableNames = [
  'jobs',
  'documents',
  'data_versions',
  'aliases',
  'sources',
  'tallies',
  'successes',
  'changes',
  'feed_bounds',
  'sync_states',
  'leases',
  'operations',
  'audit',
  'claims',
  'things',
  'api_keys',
  'schedule_versions',
  'looks',
  'subjects',
  'occurrences',
  'findings',
  'finding_changes',
  'overrides',
] as const satisfies readonly (keyof Tables)[];
