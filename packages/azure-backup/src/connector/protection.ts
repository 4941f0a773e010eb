import { mismatchedAnswer, nullWhenAbsent, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  type Container,
  CrossvaultError,
  isJsonObject,
  type JobKey,
  type PageRequest,
  type PlanPage,
  type PlanRecord,
  type ProtectedItemPage,
  type ProtectedItemRecord,
  parseWire,
  type RecoveryPoint,
  type Rejection,
  readText,
} from '@crossvault/core';
import { type AzureBackupCalls, vaultsPath } from '../client/client.ts';
import { toVaultId, type VaultAddress } from '../client/job-source.ts';
import { type ItemAddress, listPath, pointsPath } from '../client/vault-path.ts';
import { readPart } from '../mapping/job-answer.ts';
import { readItem } from '../mapping/map-item.ts';
import { readPlan } from '../mapping/map-plan.ts';
import { mapRecoveryPoints } from '../mapping/map-recovery-point.ts';
import { isSamePath, parseItemKey, parseVaultPolicyKey } from '../mapping/protection-key.ts';
import { vaultResourceWire } from '../mapping/wire.ts';
import { containerResourceWire, containerWire, type ItemWire } from '../mapping/wire-protection.ts';
import { createProtectables } from './protectables.ts';
import type { Sources } from './sources.ts';
import { createVaultLists, type Listing } from './vault-rows.ts';

/** The current protected item, with all fields that a change requires. */
export interface KnownItem {
  readonly address: ItemAddress;
  readonly record: ProtectedItemRecord;
  readonly item: ItemWire;
}

export type Protection = ReturnType<typeof createProtection>;

/** Containers are listed for one of these at a time. */
const managements = ['AzureIaasVM', 'AzureStorage', 'AzureWorkload', 'MAB'] as const;

/** Reads the protection in the Recovery Services vaults of a connection. */
export function createProtection(client: AzureBackupCalls, sources: Sources, context: ConnectorContext) {
  const { connection } = context;
  const { protection } = client;
  const lists = createVaultLists(client, sources, context);
  const protectables = createProtectables(protection, lists, context);

  /** Null for an item that the vault does not have. */
  async function findItem(key: JobKey, call: CallOptions): Promise<KnownItem | null> {
    const address = parseItemKey(key);
    const [list = ''] = key;
    if (address === null || (await sources.find(list, call)) === null) return null;
    const answer = await nullWhenAbsent(protection.getItem(address, call));
    if (answer === null) return null;
    const result = readItem(answer.body, { connection, list });
    const isAsked = result.kind === 'record' && JSON.stringify(result.record.key) === JSON.stringify(lowered(key));
    if (result.kind === 'record' && isAsked) return { address, record: result.record, item: result.item };
    const answered = result.kind === 'record' ? result.record.key.join('/') : 'no item';
    throw mismatchedAnswer(connection, 'item', address.item, answered);
  }

  async function getItem(key: JobKey, call: CallOptions): Promise<KnownItem> {
    const found = await findItem(key, call);
    if (found !== null) return found;
    throw itemNotFound(key, connection);
  }

  async function getPlan(key: JobKey, call: CallOptions): Promise<PlanRecord> {
    const address = parseVaultPolicyKey(key);
    const [list = ''] = key;
    const answer =
      address === null || (await sources.find(list, call)) === null
        ? null
        : await nullWhenAbsent(
            address.kind === 'vault'
              ? protection.getPolicy(address.vault, address.policyName, call)
              : protection.getVaultPolicy(address.vault, address.policyName, call),
          );
    if (address === null || answer === null) {
      const message = `The connection ${connection} has no policy ${key.at(-1) ?? ''}.`;
      throw new CrossvaultError({ code: 'plan-not-found', message, source: connection });
    }
    const result = readPlan(answer.body, { connection, list });
    if (result.kind === 'record' && JSON.stringify(result.record.key) === JSON.stringify(lowered(key))) {
      return result.record;
    }
    const answered = result.kind === 'record' ? result.record.key.join('/') : 'no policy';
    throw mismatchedAnswer(connection, 'policy', address.policyName, answered);
  }

  /** A protected item, or one that its vault could protect. */
  async function readItemRecord(key: JobKey, call: CallOptions): Promise<ProtectedItemRecord> {
    const known = await findItem(key, call);
    const [list = ''] = key;
    if (known !== null) return known.record;
    const isOurs = parseItemKey(key) !== null && (await sources.find(list, call)) !== null;
    const unprotected = isOurs ? await protectables.find(key, call) : null;
    if (unprotected !== null) return unprotected;
    throw itemNotFound(key, connection);
  }

  /** The protected items of all vaults, then those that they could protect. */
  async function listItems(page: PageRequest, call: CallOptions): Promise<ProtectedItemPage> {
    const { token } = page;
    if (protectables.isToken(token)) return protectables.list({ ...page, token }, call);
    const listing = {
      what: 'protected items',
      first: protection.listItems,
      path: (vault: VaultAddress) => listPath(vault, 'backupProtectedItems'),
    };
    const { list, rows, next } = await lists.page(listing, page, call);
    return { ...sortOut(rows.map((row) => readItem(row, { connection, list }))), next: next ?? protectables.start };
  }

  async function listPlans(page: PageRequest, call: CallOptions): Promise<PlanPage> {
    const listing = {
      what: 'policies',
      first: (vault, options, kind) =>
        kind === 'vault' ? protection.listPolicies(vault, options) : protection.listVaultPolicies(vault, options),
      path: (vault, kind) => listPath(vault, 'backupPolicies', kind),
      ofBackupVaults: true,
    } satisfies Listing;
    const { list, rows, next } = await lists.page(listing, page, call);
    return { ...sortOut(rows.map((row) => readPlan(row, { connection, list }))), next };
  }

  async function pointsOf({ address }: KnownItem, call: CallOptions): Promise<readonly RecoveryPoint[]> {
    const rows = await lists.all(
      'recovery points',
      protection.listRecoveryPoints(address, call),
      pointsPath(address),
      call,
    );
    return mapRecoveryPoints(rows);
  }

  async function containers(call: CallOptions): Promise<readonly Container[]> {
    const found: Container[] = [];
    for (const { source, error } of await lists.vaults(call)) {
      if (source === null) throw error;
      for (const management of managements) {
        const first = protection.listContainers(source.vault, management, call);
        for (const row of await lists.all(
          'containers',
          first,
          listPath(source.vault, 'backupProtectionContainers'),
          call,
        ))
          found.push(...readContainer(row));
      }
    }
    return found;
  }

  /** The region of a vault, which is also the region of its items. */
  async function regionOf(vault: VaultAddress, call: CallOptions): Promise<string> {
    const first = client.listVaults(vault.subscriptionId, 'recovery-services', call);
    const rows = await lists.all('vaults', first, vaultsPath(vault.subscriptionId, 'recovery-services'), call);
    for (const row of rows) {
      const { id, location } = isJsonObject(row) ? parseWire(vaultResourceWire, row) : {};
      if (typeof id === 'string' && typeof location === 'string' && isSamePath(id, toVaultId(vault))) return location;
    }
    throw unreadableAnswer(connection, `The subscription does not report in which region the vault ${vault.name} is.`);
  }

  return {
    findItem,
    getItem,
    readItemRecord,
    getPlan,
    listItems,
    listPlans,
    pointsOf,
    containers,
    regionOf,
    vaults: lists.vaults,
  };
}

const itemNotFound = (key: JobKey, connection: string): CrossvaultError =>
  new CrossvaultError({
    code: 'item-not-found',
    message: `The connection ${connection} has no protected item ${key.at(-1) ?? ''}.`,
    source: connection,
  });

/** The readable and the rejected rows, each in the vendor's order. */
function sortOut<R>(
  results: readonly (
    | { readonly kind: 'record'; readonly record: R }
    | { readonly kind: 'rejected'; readonly rejection: Rejection }
  )[],
): { readonly records: readonly R[]; readonly rejected: readonly Rejection[] } {
  const records: R[] = [];
  const rejected: Rejection[] = [];
  for (const result of results) {
    if (result.kind === 'record') records.push(result.record);
    else rejected.push(result.rejection);
  }
  return { records, rejected };
}

/** A row without an id identifies nothing. */
function readContainer(row: unknown): Container[] {
  if (!isJsonObject(row)) return [];
  const { id, name, properties } = parseWire(containerResourceWire, row);
  if (typeof id !== 'string' || id === '') return [];
  const { friendlyName, containerType } = readPart(properties, containerWire);
  return [{ id, name: readText(friendlyName).value ?? readText(name).value, type: readText(containerType).value }];
}

const lowered = (key: JobKey): JobKey => key.map((part) => part.toLowerCase());
