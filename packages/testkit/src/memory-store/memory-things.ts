import type { StoreInsight, StoreInventory } from '@crossvault/core/store';
import { createMemoryInsight, type InsightParts } from './memory-insight.ts';
import { createMemoryInventory } from './memory-inventory.ts';

/** Plans, items, and what is expected of them, beside the jobs that are given. */
export function createMemoryThings(parts: Omit<InsightParts, 'jobsOf'>): StoreInsight & StoreInventory {
  const { jobsOf, ...inventory } = createMemoryInventory(parts.jobs);
  return { ...inventory, ...createMemoryInsight({ ...parts, jobsOf }) };
}
