import type { PreparedRequest } from '@crossvault/client-kit';
import type { Plan } from '@crossvault/core';
import type { PlanAddress, PlanState } from './plan-state.ts';

type PlanAction = Plan['actions'][number];

/** The requested action with its parameters. */
export type PlanRequest =
  | { readonly action: 'run'; readonly full: boolean }
  | { readonly action: 'stop' | 'enable' | 'disable' | 'retry' }
  | { readonly action: 'update'; readonly allowLicenseEscalate: boolean }
  | { readonly action: 'remove'; readonly removeRestorePoints: boolean | null };

/** The changes of one version of the API. */
export interface PlanRequests {
  /** Actions for plans of this family, independent of the state; the operating system may limit them. */
  offered(planAddress: PlanAddress): readonly (PlanAction | 'retry')[];
  /** Throws for unsupported or missing parameters; sends no request. */
  checkDetails(request: PlanRequest, family: PlanAddress['family']): void;
  /** Prepares an offered action. Null where it is not available after all. */
  prepare(request: PlanRequest, state: PlanState, requestId: string): Promise<PreparedRequest> | null;
}
