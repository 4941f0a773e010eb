import type { CallOptions, JobKey, JobRecord, PlanCalls, PlanRecord } from '@crossvault/core';
import type { AgentSystem } from '../client/calls-v3.ts';

/** Address of a plan for changes. */
export type PlanAddress =
  /** `system`: null in v2, whose addresses do not say it, and where v3 does not report it. */
  | {
      readonly family: 'agent';
      readonly agentUid: string;
      readonly jobUid: string;
      readonly system: AgentSystem | null;
    }
  | { readonly family: 'server'; readonly jobUid: string }
  | { readonly family: 'policy'; readonly policyUid: string };

/** Current state of a plan. */
export interface PlanState {
  readonly record: PlanRecord;
  readonly planAddress: PlanAddress;
  /** Its latest run; null: it never ran, or does not report its runs. */
  readonly last: JobRecord | null;
}

export interface PlanReader {
  readonly list: PlanCalls['list'];
  /**
   * Null when there is no such plan. `endedRun`: the `lastRun` of the run that is known to have ended, by which the run
   * after it is distinguished by it.
   */
  read(key: JobKey, endedRun: string | null, call: CallOptions): Promise<PlanState | null>;
}
