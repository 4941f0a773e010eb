import { isPathSegment, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  orAbort,
  parseWire,
  startDeadline,
  Unreadable,
} from '@crossvault/core';
import { type AzureJobClient, vaultsPath } from '../client/client.ts';
import type { AzureBackupConfig, Vault } from '../config.ts';
import { vaultListWire, vaultResourceWire } from '../mapping/wire.ts';

/** What is looked for: the vaults of one type in one subscription. */
export interface SearchScope {
  readonly subscriptionId: string;
  readonly type: Vault['type'];
}

export interface SearchFailure extends SearchScope {
  readonly error: CrossvaultError;
}

export interface FoundVaults {
  readonly vaults: readonly Vault[];
  /** Places that could not be searched now. What was found there before is among the vaults. */
  readonly failures: readonly SearchFailure[];
}

/** Vaults come and go seldom. What failed is tried again sooner. */
const freshForMs = { found: 300_000, failed: 30_000 } as const;
/** How long one search may take. It is not the callers' deadline: they share it. */
const searchDeadlineMs = 60_000;
const mostPages = 1_000;

interface Search {
  readonly scope: SearchScope;
  vaults: readonly Vault[];
  error: CrossvaultError | null;
  searchAgainMs: number;
}

/** Finds vaults over subscriptions and remembers them for some minutes; all callers share one search. */
export function createDiscovery(
  { subscriptionIds, types }: NonNullable<AzureBackupConfig['discover']>,
  client: Pick<AzureJobClient, 'listVaults' | 'followPage'>,
  { clock, connection }: ConnectorContext,
): { find(call: CallOptions): Promise<FoundVaults> } {
  const searches = subscriptionIds.flatMap((subscriptionId) =>
    types.map(
      (type): Search => ({
        scope: { subscriptionId, type },
        vaults: [],
        error: null,
        searchAgainMs: Number.NEGATIVE_INFINITY,
      }),
    ),
  );
  let pending: Promise<void> | undefined;

  async function search(one: Search, call: CallOptions): Promise<void> {
    const found: Vault[] = [];
    try {
      await readVaults(one.scope, client, connection, call, found);
      one.vaults = found;
      one.error = null;
    } catch (error) {
      const known = [...one.vaults, ...found];
      one.vaults = known.filter((vault, index) => known.findIndex((other) => isSame(vault, other)) === index);
      one.error = CrossvaultError.from(error).at(connection);
    }
    one.searchAgainMs = clock.monotonicMs() + (one.error === null ? freshForMs.found : freshForMs.failed);
  }

  async function searchAll(due: readonly Search[]): Promise<void> {
    const message = 'The subscriptions were not searched for vaults in time.';
    const deadline = startDeadline(
      clock,
      searchDeadlineMs,
      () => new CrossvaultError({ code: 'source-timeout', message }),
    );
    try {
      await Promise.all(due.map((one) => search(one, deadline)));
    } finally {
      deadline.release();
    }
  }

  return {
    async find(call) {
      await orAbort(call.signal, async () => {
        const due = searches.filter(({ searchAgainMs }) => clock.monotonicMs() >= searchAgainMs);
        if (due.length === 0) return;
        pending ??= searchAll(due).finally(() => {
          pending = undefined;
        });
        await pending;
      });
      return {
        vaults: searches.flatMap(({ vaults }) => vaults),
        failures: searches.flatMap(({ scope, error }) => (error === null ? [] : [{ ...scope, error }])),
      };
    },
  };
}

const isSame = (one: Vault, other: Vault): boolean =>
  one.name.toLowerCase() === other.name.toLowerCase() &&
  one.resourceGroup.toLowerCase() === other.resourceGroup.toLowerCase();

/** Reads all pages into `found`, which keeps what there was when a later page fails. */
async function readVaults(
  { subscriptionId, type }: SearchScope,
  client: Pick<AzureJobClient, 'listVaults' | 'followPage'>,
  connection: string,
  call: CallOptions,
  found: Vault[],
): Promise<void> {
  const seen = new Set<string>();
  const { length } = found;
  let rows = 0;
  let { body } = await client.listVaults(subscriptionId, type, call);
  for (;;) {
    const page = isJsonObject(body) ? parseWire(vaultListWire, body) : {};
    if (!Array.isArray(page.value)) throw unreadable(subscriptionId, connection);
    rows += page.value.length;
    found.push(...page.value.flatMap((row) => readVault(row, type, subscriptionId) ?? []));
    const link = page.nextLink;
    if (link === null || link === undefined || link === '') break;
    if (link instanceof Unreadable || seen.has(link) || seen.size >= mostPages)
      throw unreadable(subscriptionId, connection);
    seen.add(link);
    ({ body } = await client.followPage(link, vaultsPath(subscriptionId, type), call));
  }
  const lost = rows - (found.length - length);
  if (lost === 0) return;
  const message = `${lost} vaults of the subscription ${subscriptionId} have no id that can be read.`;
  throw unreadableAnswer(connection, message);
}

/** The group stands in the path only. Its segments come in any case, and sometimes with a slash too many. */
function readVault(row: unknown, type: Vault['type'], asked: string): Vault | null {
  const { id } = isJsonObject(row) ? parseWire(vaultResourceWire, row) : {};
  const segments = typeof id === 'string' ? id.split('/').filter((segment) => segment !== '') : [];
  const after = (name: string): string | undefined =>
    segments[segments.findIndex((segment) => segment.toLowerCase() === name) + 1];
  const subscriptionId = after('subscriptions');
  const resourceGroup = after('resourcegroups');
  const name = after(type === 'backup' ? 'backupvaults' : 'vaults');
  if (segments.length !== 8 || subscriptionId === undefined || resourceGroup === undefined || name === undefined) {
    return null;
  }
  if (subscriptionId.toLowerCase() !== asked.toLowerCase() || !segments.every(isPathSegment)) return null;
  return { subscriptionId, resourceGroup, name, type };
}

const unreadable = (subscriptionId: string, connection: string): CrossvaultError =>
  unreadableAnswer(connection, `The list of vaults of the subscription ${subscriptionId} cannot be read to its end.`);
