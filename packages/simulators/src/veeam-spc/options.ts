import type { LastRunMoves } from './definition.ts';

/** How the simulated console behaves. */
export type VeeamSpcOptions = {
  /** What the configured connection speaks and the truth is of; both versions are served. @default 'v2' */
  readonly apiVersion?: 'v2' | 'v3';
  /** @default 'start' */
  readonly lastRunMoves?: LastRunMoves;
  /** v3 hands every so many lists over to an async action. @default none */
  readonly asyncEvery?: number;
  /** How long an action takes, by the simulated clock. @default 0 */
  readonly asyncWorkMs?: number;
  /** Leaves out values that no page allows, such as a size that is no number. @default false */
  readonly onlyDocumented?: boolean;
  /** Role of the user in v3. @default 'PortalReadonlyOperator' */
  readonly role?: string;
};
