import type { Deadline } from '@crossvault/core';
import type { Source } from '../../connections/source.ts';
import type { Criteria } from '../list-plan.ts';
import type { AskPage } from './vendor-pages.ts';
import type { HeldLists } from './whole-list.ts';

/** The inputs of every stream of one source for a page. */
export interface Reading {
  readonly source: Source;
  readonly criteria: Criteria;
  readonly deadline: Deadline;
  readonly askPage: AskPage;
  readonly nowMs: number;
  /** Jobs on the page. */
  readonly limit: number;
  readonly held: HeldLists;
  /** Whether a list that is held from the page before may be used. */
  readonly mayUseHeld: boolean;
}
