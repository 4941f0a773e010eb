import type { PreparedRequest } from '@crossvault/client-kit';
import type { Plan } from '@crossvault/core';
import type { PlanAddress, PlanState } from './plan-state.ts';

type PlanAction = Plan['actions'][number];

/** What is asked, with all that was said of it. */
export type PlanRequest =
  | { readonly action: 'run'; readonly full: boolean }
  | { readonly action: 'stop' | 'enable' | 'disable' | 'retry' }
  | { readonly action: 'update'; readonly allowLicenseEscalate: boolean }
  | { readonly action: 'remove'; readonly removeRestorePoints: boolean | null };

/** How changes are asked for in one version of the interface. */
export interface PlanRequests {
  /** What is offered for plans of this family, in whatever state; a system narrows it. */
  offered(planAddress: PlanAddress): readonly (PlanAction | 'retry')[];
  /** Throws where what was said of the request cannot be had, or something was not said; reads nothing. */
  checkDetails(request: PlanRequest, family: PlanAddress['family']): void;
  /** Puts together what was found to be offered. Null where it is not after all. */
  prepare(request: PlanRequest, state: PlanState, requestId: string): Promise<PreparedRequest> | null;
}
