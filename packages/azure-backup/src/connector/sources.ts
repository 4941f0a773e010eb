import { type CallOptions, type ConnectorContext, CrossvaultError, type JobList } from '@crossvault/core';
import type { AzureJobClient } from '../client/client.ts';
import type { JobSource } from '../client/job-source.ts';
import type { AzureBackupConfig, Vault } from '../config.ts';
import { parseListKey, toRegionKey, toSearchKey } from '../mapping/key.ts';
import { toBackupVaultKey, toVaultKey } from '../mapping/vault-key.ts';
import { createDiscovery, type SearchFailure } from './discovery.ts';

/** A list of the connection: a readable one, or one for vaults that could not be discovered. */
export type AzureList =
  | { readonly list: JobList; readonly source: JobSource; readonly error: null }
  | { readonly list: JobList; readonly source: null; readonly error: CrossvaultError };

export interface Sources {
  /** All lists, by key. Discovers vaults where configured; throws when it finds none. */
  lists(call: CallOptions): Promise<ReadonlyMap<string, AzureList>>;
  /**
   * The list of a key; null for a key of another connection. Only configured or discovered vaults are queried: a caller
   * may be made up by a caller. Throws where the vaults of its subscription could not be looked up.
   */
  find(key: string, call: CallOptions): Promise<JobSource | null>;
}

export function createSources(
  config: Pick<AzureBackupConfig, 'vaults' | 'discover' | 'secondaryRegions'>,
  client: AzureJobClient,
  context: ConnectorContext,
): Sources {
  const { secondaryRegions, discover } = config;
  const configured = toLists(config.vaults ?? [], secondaryRegions, []);
  if (discover === undefined) {
    return { lists: async () => configured, find: async (key) => configured.get(key)?.source ?? null };
  }
  const discovery = createDiscovery(discover, client, context);
  return {
    async lists(call) {
      const { vaults, failures } = await discovery.find(call);
      const [failure] = failures;
      if (vaults.length === 0) throw failure?.error ?? nothingFound(discover.subscriptionIds, context.connection);
      return toLists(vaults, secondaryRegions, failures);
    },
    async find(key, call) {
      const asked = parseListKey(key);
      const subscriptions = discover.subscriptionIds.map((id) => id.toLowerCase());
      if (asked === null || !subscriptions.includes(asked.vault.subscriptionId)) return null;
      const { vaults, failures } = await discovery.find(call);
      const source = toLists(vaults, secondaryRegions, []).get(key)?.source ?? null;
      const failed = failures.find(({ subscriptionId }) => subscriptionId.toLowerCase() === asked.vault.subscriptionId);
      if (source === null && failed !== undefined) throw failed.error;
      return source;
    },
  };
}

function toLists(
  vaults: readonly Vault[],
  regions: readonly string[],
  failures: readonly SearchFailure[],
): ReadonlyMap<string, AzureList> {
  const readable = vaults
    .flatMap((vault) => toSources(vault, regions))
    .map((source): AzureList => {
      // The order is inferred from the continuation token of Recovery Services; Backup vaults document no order and no filter.
      const order = source.kind === 'backup-vault' ? 'none' : 'newest-first';
      const nativeFilters =
        source.kind === 'backup-vault' ? [] : (['startedAfter', 'startedBefore', 'status'] as const);
      return { list: { key: keyOf(source), order, nativeFilters }, source, error: null };
    });
  const lost = failures.map(({ subscriptionId, type, error }): AzureList => {
    const key = toSearchKey(subscriptionId, type);
    return { list: { key, order: 'none', nativeFilters: [] }, source: null, error };
  });
  return new Map([...readable, ...lost].map((each) => [each.list.key, each]));
}

const toSources = (vault: Vault, regions: readonly string[]): JobSource[] =>
  vault.type === 'backup'
    ? [{ kind: 'backup-vault', vault }]
    : [{ kind: 'vault', vault }, ...regions.map((region): JobSource => ({ kind: 'secondary-region', vault, region }))];

export function keyOf(source: JobSource): string {
  if (source.kind === 'secondary-region') return toRegionKey(source.vault, source.region);
  return source.kind === 'backup-vault' ? toBackupVaultKey(source.vault) : toVaultKey(source.vault);
}

/** Azure hides vaults without a role assignment, so finding none more likely means a missing role. */
function nothingFound(subscriptionIds: readonly string[], source: string): CrossvaultError {
  return new CrossvaultError({
    code: 'source-not-found',
    message: `No vault was found in ${subscriptionIds.join(', ')}. The account needs the role Backup Reader on the vaults or their subscription.`,
    source,
  });
}
