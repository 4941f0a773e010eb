import { z } from 'zod';
import { sourceReportSchema } from './job-page.ts';
import { planSchema } from './plan.ts';
import { type ProtectedItem, protectedItemSchema } from './protected-item.ts';

/**
 * What plans or protected items are asked for. Several values of one filter mean any of them; several filters mean all of
 * them. A filter that a sort of thing does not have finds none of it.
 */
export interface InventoryQuery {
  readonly connection?: readonly string[];
  readonly vendor?: readonly string[];
  /** Names or the vendors' own ids, without regard to case. */
  readonly name?: readonly string[];
  /** Words or beginnings of words that must all be found in name and native id. */
  readonly q?: string;
  /** Items: our ids of plans, the vendors' ids or names of them. */
  readonly plan?: readonly string[];
  /** Items. */
  readonly protection?: readonly ProtectedItem['protection'][];
  /** Items. */
  readonly type?: readonly ProtectedItem['type'][];
  readonly missed?: boolean;
  /** Plans. */
  readonly enabled?: boolean;
}

/** One page, in the order of names. */
export interface InventoryPageQuery {
  /** 1 to 500. */
  readonly limit: number;
  /** `page.next` of the page before; null for the first. */
  readonly cursor: string | null;
  /** All or nothing: any source that is not whole fails the request. */
  readonly strict: boolean;
  /** Ask the vendors, also where they are stored. */
  readonly fresh: boolean;
}

const raw = z.unknown().optional().describe("The vendor's answer as it came, where it was asked for.");
const links = z.object({ self: z.string().optional() }).optional();

export const planViewSchema = planSchema.extend({ links, raw }).meta({ id: 'PlanView' });
export const protectedItemViewSchema = protectedItemSchema.extend({ links, raw }).meta({ id: 'ProtectedItemView' });

const page = z.object({ next: z.string().nullable().describe('Cursor of the next page; null at the end.') });
const complete = z.boolean().describe('True only when every source that the query covers is `ok`.');
const sources = z.array(sourceReportSchema);

export const planPageSchema = z
  .object({ data: z.array(planViewSchema), page, complete, sources })
  .meta({ id: 'PlanPage', description: 'A page of plans over all connections.' });
export const protectedItemPageSchema = z
  .object({ data: z.array(protectedItemViewSchema), page, complete, sources })
  .meta({ id: 'ProtectedItemPage', description: 'A page of protected items over all connections.' });
