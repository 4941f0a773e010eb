import type { VendorId } from '../truth.ts';
import type { PlantedEvent } from './event.ts';
import type { PlanWish } from './plan.ts';

/** Simulators whose plans make their jobs at their due times. */
export type ScheduleOptions = {
  /** The plans of a vendor, instead of its usual ones. */
  readonly plans?: { readonly [Id in VendorId]?: readonly PlanWish[] };
  /** In the history and in the future. @default [] every run succeeds */
  readonly events?: readonly PlantedEvent[];
  /** How many machines more Azure's nightly policy protects. @default 0 */
  readonly furtherMachines?: number;
};
