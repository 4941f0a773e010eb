import type { ProductVersion } from './versions.ts';

/** How the next asynchronous operations go. */
export type OperationCourse = {
  readonly durationSeconds: number;
  readonly outcome: 'Success' | 'Warning' | 'Error' | 'Canceled';
};

export type ApplianceState = {
  /** Which versions of the interface are served, and whether ids are numbers (1.0); null: all versions, ids are uuids. */
  readonly product: ProductVersion | null;
  /** Whether every log-in needs a second factor (the code is 246810); that of `svc-crossvault-mfa` always does. */
  readonly isMfaRequired: boolean;
  /** Until the licence agreement is accepted, everything but the token endpoint is refused. */
  readonly isLicenceAccepted: boolean;
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
  /** Sessions that started longer ago are gone; null: all are kept. */
  readonly retentionDays: number | null;
  readonly systemState: 'Ready' | 'Upgrading' | 'Unknown';
  readonly operations: OperationCourse;
};

/** What people turn at an appliance; it holds from the next request on. */
export type Appliance = {
  readonly state: ApplianceState;
  turn(change: Partial<ApplianceState>): void;
  /** The session is gone from now on, as when its retention ends. */
  purge(nativeId: string): void;
};

const DAY_SECONDS = 86_400;

const INITIAL_STATE: ApplianceState = {
  product: null,
  isMfaRequired: false,
  isLicenceAccepted: true,
  accessSeconds: 3600,
  refreshSeconds: 14 * DAY_SECONDS,
  retentionDays: null,
  systemState: 'Ready',
  operations: { durationSeconds: 20, outcome: 'Success' },
};

export const createAppliance = (purge: Appliance['purge']): Appliance => {
  let state = INITIAL_STATE;
  return Object.freeze({
    get state() {
      return state;
    },
    turn: (change: Partial<ApplianceState>) => {
      state = { ...state, ...change };
    },
    purge,
  });
};
