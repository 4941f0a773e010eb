import { type Operation, type Plan, type ProtectedItem, toJobId } from '@crossvault/contract';

/** A plan of a made-up vendor. */
export const makePlan = (connection: string, nativeId: string, overrides: Partial<Plan> = {}): Plan => ({
  id: toJobId(connection, ['plan', nativeId]),
  connection,
  vendor: 'fake',
  nativeId,
  name: nativeId,
  enabled: true,
  nativeStatus: null,
  schedule: null,
  lastJob: null,
  lastSuccessAt: null,
  nextRunAt: null,
  targets: null,
  streak: null,
  missed: null,
  actions: [],
  provenance: {},
  ...overrides,
});

/** A protected item of a made-up vendor. */
export const makeItem = (
  connection: string,
  nativeId: string,
  overrides: Partial<ProtectedItem> = {},
): ProtectedItem => ({
  id: toJobId(connection, ['item', nativeId]),
  connection,
  vendor: 'fake',
  nativeId,
  type: 'file-share',
  name: nativeId,
  protection: 'protected',
  plan: null,
  lastJob: null,
  lastSuccessAt: null,
  lastRecoveryPointAt: null,
  streak: null,
  expectedNextAt: null,
  missed: null,
  health: null,
  actions: [],
  provenance: {},
  ...overrides,
});

/** An operation that was just taken up. */
export const makeOperation = (connection: string, id: string, overrides: Partial<Operation> = {}): Operation => ({
  id,
  connection,
  action: 'run',
  target: connection,
  targetName: null,
  actor: 'tester',
  acceptedAt: '2026-01-15T12:00:00.000Z',
  status: 'running',
  jobs: [],
  outcome: null,
  startedAt: null,
  endedAt: null,
  retryAfterSeconds: null,
  error: null,
  links: {},
  ...overrides,
});
