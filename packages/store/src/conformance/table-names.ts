import type { Tables } from '../schema.ts';

/** What is emptied between two tests on one store. */
export const tableNames = [
  'jobs',
  'documents',
  'aliases',
  'sources',
  'tallies',
  'successes',
  'changes',
  'sync_states',
  'leases',
  'operations',
  'audit',
] as const satisfies readonly (keyof Tables)[];
