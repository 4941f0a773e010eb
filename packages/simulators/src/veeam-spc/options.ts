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
  /** v3 hands every change over to an action, as consoles up to 6.0 do where the caller says an id. @default false */
  readonly asyncWrites?: boolean;
  /** How long it takes until an agent, or a backup server, executes a command, by the simulated clock. @default 10_000 */
  readonly agentDelayMs?: number;
  /** Role of the user in v3. @default 'PortalReadonlyOperator' */
  readonly role?: string;
};
