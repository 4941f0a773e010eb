import type { Deadline } from '@crossvault/core';
import type { Source } from '../../connections/source.ts';
import type { Criteria } from '../list-plan.ts';
import type { AskPage } from './vendor-pages.ts';
import type { HeldLists } from './whole-list.ts';

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
