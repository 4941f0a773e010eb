import type { Deadline, ListPage, PageRequest } from '@crossvault/core';
import type { Source } from '../../connections/source.ts';
import type { Criteria } from '../criteria.ts';
import type { ListPlan } from '../list-plan.ts';
import type { HeldLists } from './held-lists.ts';

/** Asks the vendor for one page of a list. */
export type AskPage = (plan: ListPlan, page: PageRequest) => Promise<ListPage>;

/** What every stream of one source knows while a page is made. */
export interface Reading {
  readonly source: Source;
  readonly criteria: Criteria;
  readonly deadline: Deadline;
  readonly askPage: AskPage;
  readonly nowMs: number;
  /** Jobs that the page wants. */
  readonly limit: number;
  readonly held: HeldLists;
  /** Whether a list that is still held from the page before will do. */
  readonly mayUseHeld: boolean;
}
