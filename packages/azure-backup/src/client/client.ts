import {
  type Answer,
  createRequestPolicy,
  createVendorClient,
  samePath,
  type TokenSource,
} from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, SourceCondition } from '@crossvault/core';
import type { AzureBackupConfig, Vault } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { createAzureBackupTokens } from './auth.ts';
import { allowance, readBudget } from './budget.ts';
import { type ChangeCalls, createChangeCalls } from './change-calls.ts';
import { type CloudEndpoints, cloudEndpointsOf } from './clouds.ts';
import { type JobSource, toVaultId, type VaultAddress } from './job-source.ts';
import { readProblem } from './problem.ts';
import { createProtectionCalls, type ProtectionCalls } from './protection-calls.ts';
import { createResourceGuard } from './resource-guard.ts';
import { backupVaultPath, fillPath, toPath, vaultPath } from './vault-path.ts';

/** Paths at which vaults report operations. A link to any other path is not a link of an operation. */
const isOperationPath = (path: string): boolean =>
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.recoveryservices\/vaults\/[^/]+\/(?:[^/]+\/)*(?:operations|operationsstatus|operationresults|backupoperations|backupoperationresults)\/[^/]+$/.test(
    path,
  );

const regionPath = '/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/locations/{region}';
const vaultsPaths = {
  'recovery-services': '/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/vaults',
  backup: '/subscriptions/{subscriptionId}/providers/Microsoft.DataProtection/backupVaults',
} as const satisfies Record<Vault['type'], keyof paths>;

/** The calls that read jobs, and what leads to them; bodies come as they are. */
export interface AzureJobClient {
  readonly endpoints: CloudEndpoints;
  readonly tokens: TokenSource;
  /** Current condition of the connection. */
  condition(): SourceCondition;
  /** The first page of a list. Backup vaults know no filter. */
  listJobs(source: JobSource, filter: string, call: CallOptions): Promise<Answer>;
  getJob(source: JobSource, jobName: string, call: CallOptions): Promise<Answer>;
  listVaults(subscriptionId: string, type: Vault['type'], call: CallOptions): Promise<Answer>;
  /** Another page of the list at `path`, by the link that an answer gave. The link keeps its own api-version and filter. */
  followPage(link: string, path: string, call: CallOptions): Promise<Answer>;
  /** How an operation of a Recovery Services vault stands, by the link that an answer gave. */
  follow(link: string, call: CallOptions): Promise<Answer>;
  getOperation(vault: VaultAddress, operationId: string, call: CallOptions): Promise<Answer>;
}

/** The path of a list of jobs, which all of its pages have. */
export function jobsPath(source: JobSource): string {
  if (source.kind === 'secondary-region') {
    const { subscriptionId } = source.vault;
    return fillPath(`${regionPath}/backupCrrJobs`, { subscriptionId, region: source.region });
  }
  const front = source.kind === 'backup-vault' ? backupVaultPath : vaultPath;
  return fillPath(`${front}/backupJobs`, toPath(source.vault));
}

export const vaultsPath = (subscriptionId: string, type: Vault['type']): string =>
  fillPath(vaultsPaths[type], { subscriptionId });

export interface AzureBackupCalls extends AzureJobClient {
  readonly protection: ProtectionCalls;
  readonly changes: ChangeCalls;
}

export function createAzureBackupCalls(config: AzureBackupConfig, context: ConnectorContext): AzureBackupCalls {
  const endpoints = cloudEndpointsOf(config);
  const { baseUrl } = endpoints;
  const tokens = createAzureBackupTokens(config, endpoints, context);
  const requestPolicy = createRequestPolicy({ context, baseUrl, allowance });
  const client = createVendorClient<paths>({
    baseUrl,
    context,
    requestPolicy,
    tokens,
    readProblem,
    readBudget,
    requestIdHeader: 'x-ms-request-id',
    sendRequestIdAs: 'x-ms-client-request-id',
  });
  const version = { 'api-version': config.apiVersion };
  const backupVersion = { 'api-version': config.backupVaultApiVersion };
  const regionVersion = { 'api-version': config.crossRegionApiVersion };

  function listJobs(source: JobSource, filter: string, call: CallOptions): Promise<Answer> {
    return client.read(call, (api, signal) => {
      const path = toPath(source.vault);
      if (source.kind === 'backup-vault') {
        return api.GET(`${backupVaultPath}/backupJobs`, { params: { path, query: backupVersion }, signal });
      }
      if (source.kind === 'vault') {
        return api.GET(`${vaultPath}/backupJobs`, { params: { path, query: { ...version, $filter: filter } }, signal });
      }
      const { subscriptionId } = source.vault;
      const params = { path: { subscriptionId, region: source.region }, query: { ...regionVersion, $filter: filter } };
      return api.POST(`${regionPath}/backupCrrJobs`, { params, body: { resourceId: toVaultId(source.vault) }, signal });
    });
  }

  function getJob(source: JobSource, jobName: string, call: CallOptions): Promise<Answer> {
    return client.read(call, (api, signal) => {
      const path = { ...toPath(source.vault), jobName };
      if (source.kind === 'backup-vault') {
        return api.GET(`${backupVaultPath}/backupJobs/{jobName}`, { params: { path, query: backupVersion }, signal });
      }
      if (source.kind === 'vault') {
        return api.GET(`${vaultPath}/backupJobs/{jobName}`, { params: { path, query: version }, signal });
      }
      const { subscriptionId } = source.vault;
      const params = { path: { subscriptionId, region: source.region }, query: regionVersion };
      const body = { resourceId: toVaultId(source.vault), jobName };
      return api.POST(`${regionPath}/backupCrrJob`, { params, body, signal });
    });
  }

  return Object.freeze({
    endpoints,
    tokens,
    condition: requestPolicy.condition,
    listJobs,
    getJob,
    listVaults(subscriptionId, type, call) {
      const query = type === 'backup' ? backupVersion : { 'api-version': config.discoveryApiVersion };
      return client.read(call, (api, signal) =>
        api.GET(vaultsPaths[type], { params: { path: { subscriptionId }, query }, signal }),
      );
    },
    followPage: (link, path, call) => client.follow(link, samePath(path), call),
    follow: (link, call) => client.follow(link, isOperationPath, call),
    getOperation: (vault, operationId, call) =>
      client.read(call, (api, signal) =>
        api.GET(`${vaultPath}/backupOperations/{operationId}`, {
          params: { path: { ...toPath(vault), operationId }, query: version },
          signal,
        }),
      ),
    protection: createProtectionCalls(client, config),
    changes: createChangeCalls(client, config, createResourceGuard(config, tokens, endpoints, context)),
  } satisfies AzureBackupCalls);
}
