import type { PlanWish, VendorId } from '@crossvault/simulators';

/** From what runs are expected: what the vendor tells of a schedule, its next runs, its runs alone; or runs that follow none. */
export type Basis = 'schedule' | 'next-run' | 'inferred' | 'irregular';

/** A plan of the month. */
export interface MonthPlan {
  readonly vendor: VendorId;
  /** What kind of plan it is, in the words of the table. */
  readonly kind: string;
  readonly basis: Basis;
  readonly wish: PlanWish;
  /** Usual time between two runs: so many events it gets. */
  readonly everyHours: number;
  /** Whether events are planted into it. @default true */
  readonly isDisturbed?: boolean;
}
