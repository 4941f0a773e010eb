import { type Answer, createManners, createVendorClient, type TokenSource } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, SourceCondition } from '@crossvault/contract';
import type { AzureBackupConfig, Vault } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { createAzureBackupTokens } from './auth.ts';
import { readProblem } from './problem.ts';

/** Resource managers of the clouds, as the Azure command line lists them. */
const resourceManagers = {
  public: 'https://management.azure.com',
  'us-government': 'https://management.usgovcloudapi.net',
  china: 'https://management.chinacloudapi.cn',
} as const satisfies Record<AzureBackupConfig['cloud'], string>;

const jobsPath =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs';
const jobPath = `${jobsPath}/{jobName}` as const;

/** The calls that are made at Azure Backup; bodies come as they are. */
export interface AzureBackupClient {
  /** The resource manager that is asked. */
  readonly baseUrl: string;
  readonly tokens: TokenSource;
  /** How the vendor treats this connection right now. */
  condition(): SourceCondition;
  listJobs(vault: Vault, filter: string, call: CallOptions): Promise<Answer>;
  /** Another page, by the link that the page before gave. The link keeps its own api-version and filter. */
  followJobs(link: string, call: CallOptions): Promise<Answer>;
  getJob(vault: Vault, jobName: string, call: CallOptions): Promise<Answer>;
}

export function createAzureBackupClient(config: AzureBackupConfig, context: ConnectorContext): AzureBackupClient {
  const baseUrl = config.baseUrl ?? resourceManagers[config.cloud];
  const tokens = createAzureBackupTokens(config);
  const manners = createManners({ context, baseUrl });
  const client = createVendorClient<paths>({
    baseUrl,
    context,
    manners,
    tokens,
    readProblem,
    requestIdHeader: 'x-ms-request-id',
  });
  const toPath = (vault: Vault) => ({
    subscriptionId: vault.subscriptionId,
    resourceGroupName: vault.resourceGroup,
    vaultName: vault.name,
  });
  const version = { 'api-version': config.apiVersion };

  return Object.freeze({
    baseUrl,
    tokens,
    condition: manners.condition,
    listJobs: (vault, filter, call) =>
      client.read(call, (api, signal) =>
        api.GET(jobsPath, { params: { path: toPath(vault), query: { ...version, $filter: filter } }, signal }),
      ),
    followJobs: (link, call) => client.follow(link, call),
    getJob: (vault, jobName, call) =>
      client.read(call, (api, signal) =>
        api.GET(jobPath, { params: { path: { ...toPath(vault), jobName }, query: version }, signal }),
      ),
  } satisfies AzureBackupClient);
}
