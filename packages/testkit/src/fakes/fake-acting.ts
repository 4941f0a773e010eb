import {
  type ActionRequest,
  type Container,
  CrossvaultError,
  type Operation,
  type Permission,
  type Plan,
  type ProtectedItem,
  permissionFor,
  type RecoveryPoint,
  Secret,
} from '@crossvault/core';
import type { ApiKey, AuditEntry, Scope } from '@crossvault/core/store';

/** The actor as the engine gets it. */
export interface FakeActor {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly connections: readonly string[] | null;
}

/** How a change is asked for, with every option that the engine has. */
export interface FakeActOptions {
  readonly actor: FakeActor;
  readonly confirm: string | null;
  readonly dryRun: boolean;
  readonly idempotencyKey: string | null;
}

/** What a key of the fake ledger may do. */
export type FakeKey = Pick<ApiKey, 'name' | 'scopes'> & Partial<Pick<ApiKey, 'connections'>>;

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

/** What is known to {@link createFakeActing}. A test changes it as it goes. */
export interface FakeLedger {
  plans: Plan[];
  items: ProtectedItem[];
  recoveryPoints: RecoveryPoint[];
  containers: Container[];
  operations: Operation[];
  audit: AuditEntry[];
  /** By the texts of the keys. */
  keys: Record<string, FakeKey>;
  /** Thrown by every change while it is set. */
  refusal: CrossvaultError | null;
  /** Every change that was asked for. */
  readonly asked: { readonly request: ActionRequest; readonly options: FakeActOptions }[];
  /** Every look at an operation. */
  readonly waits: { readonly id: string; readonly waitMs: number; readonly until: string }[];
  /** Called at every look, before it is answered. */
  onLook: (id: string) => void;
}

export const createFakeLedger = (overrides: Partial<FakeLedger> = {}): FakeLedger => ({
  plans: [],
  items: [],
  recoveryPoints: [],
  containers: [],
  operations: [],
  audit: [],
  keys: {},
  refusal: null,
  asked: [],
  waits: [],
  onLook: () => undefined,
  ...overrides,
});

const filtered = <
  Thing extends { readonly connection: string; readonly name: string | null; readonly nativeId: string },
>(
  things: readonly Thing[],
  query: { readonly connection?: readonly string[]; readonly name?: readonly string[] },
): readonly Thing[] =>
  things.filter(
    ({ connection, name, nativeId }) =>
      (query.connection?.includes(connection) ?? true) &&
      (query.name?.some((asked) => [name, nativeId].some((own) => own?.toLowerCase() === asked.toLowerCase())) ?? true),
  );

const listing = <Thing>(things: readonly Thing[]) => ({
  records: things.map((thing) => ({ thing, raw: { of: thing } })),
  next: null,
  complete: true,
  sources: [],
});

/** The calls of an engine that act, over a fake ledger: requests are recorded, and nothing is sent. */
export function createFakeActing(ledger: FakeLedger) {
  const find = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    id: string,
    code: 'plan-not-found' | 'item-not-found' | 'operation-not-found' | 'key-not-found',
  ): Thing => {
    const thing = things.find((each) => each.id === id);
    if (thing !== undefined) return thing;
    throw new CrossvaultError({ code, message: `Nothing is called ${id}.` });
  };
  const toKey = ([, { name, scopes, connections = null }]: readonly [string, FakeKey]): ApiKey => ({
    id: `key-${name}`,
    name,
    scopes,
    connections,
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
  });
  const keys = () => Object.entries(ledger.keys).map(toKey);
  const nameOf = (target: string): string | null =>
    [...ledger.plans, ...ledger.items].find(({ id }) => id === target)?.name ?? null;

  return {
    async act(request: ActionRequest, options: FakeActOptions) {
      ledger.asked.push({ request, options });
      if (ledger.refusal !== null) throw ledger.refusal;
      const needs: Permission = permissionFor(request);
      const name = nameOf(request.target);
      if (options.dryRun) {
        return {
          kind: 'planned' as const,
          needs,
          target: { kind: 'item' as const, nativeId: request.target, name },
          confirm: needs === 'destroy' ? name : null,
          requests: [
            {
              method: 'POST',
              url: 'https://fake.example/act',
              headers: { 'content-type': 'application/json' },
              body: {},
            },
          ],
        };
      }
      const { action, target } = request;
      const facts = { action, target, targetName: name, actor: options.actor.name };
      const operation = makeOperation('a', `op-${ledger.asked.length}`, facts);
      ledger.operations.unshift(operation);
      return { kind: 'accepted' as const, operation };
    },
    async operation(id: string, wait: { readonly waitMs: number; readonly until: string }) {
      ledger.waits.push({ id, ...wait });
      ledger.onLook(id);
      return find(ledger.operations, id, 'operation-not-found');
    },
    async operations(query: { readonly connection?: readonly string[] }) {
      const operations = ledger.operations.filter(({ connection }) => query.connection?.includes(connection) ?? true);
      return { operations, next: null };
    },
    plans: async (query: Parameters<typeof filtered>[1]) => listing(filtered(ledger.plans, query)),
    plan: async (id: string) => ({ thing: find(ledger.plans, id, 'plan-not-found'), raw: {} }),
    items: async (query: Parameters<typeof filtered>[1]) => listing(filtered(ledger.items, query)),
    item: async (id: string) => ({ thing: find(ledger.items, id, 'item-not-found'), raw: {} }),
    recoveryPoints: async () => ledger.recoveryPoints,
    containers: async () => ledger.containers,
    async audit({ connections }: { readonly connections: readonly string[] | null }) {
      const entries = ledger.audit.filter(({ connection }) => connections?.includes(connection ?? '') ?? true);
      return { entries, next: null };
    },
    hasKeys: async () => Object.keys(ledger.keys).length > 0,
    async createKey(
      key: Pick<FakeKey, 'name'> & {
        readonly scopes: readonly Scope[];
        readonly connections: readonly string[] | null;
      },
    ) {
      const token = `cv_${key.name}`;
      const connections = key.connections === null ? null : [...key.connections];
      ledger.keys[token] = { name: key.name, scopes: [...key.scopes], connections };
      return { key: toKey([token, ledger.keys[token]]), token: new Secret(token) };
    },
    listKeys: async () => keys(),
    async revokeKey(id: string) {
      const key = find(keys(), id, 'key-not-found');
      delete ledger.keys[`cv_${key.name}`];
      return { ...key, revokedAt: '2026-01-15T12:00:00.000Z' };
    },
    async authenticate(token: string): Promise<FakeActor> {
      const key = ledger.keys[token];
      if (key === undefined) throw new CrossvaultError({ code: 'key-refused', message: 'This API key is not valid.' });
      return { name: key.name, scopes: key.scopes, connections: key.connections ?? null };
    },
  };
}
