import { RecoveryServicesBackupClient } from '@azure/arm-recoveryservicesbackup';
import { ClientSecretCredential } from '@azure/identity';
import type { Connector, Permission } from '@crossvault/core';
import { connectSimulator, worldOf } from '@crossvault/harness';
import { type Simulators, type SimulatorsOptions, startSimulators } from '@crossvault/simulators';
import { azureBackup } from '../index.ts';

/** A vault's names, out of the settings of the connection. */
export interface Vault {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
}

export const keyOf = ({ subscriptionId, resourceGroup, name }: Vault): string =>
  `${subscriptionId}/${resourceGroup}/${name}`.toLowerCase();

/** Our connector and Microsoft's own client, at the same simulator. */
export interface BothClients {
  readonly simulators: Simulators;
  readonly connector: Connector;
  readonly vaults: readonly Vault[];
  theirClient(vault: Pick<Vault, 'subscriptionId'>): RecoveryServicesBackupClient;
  close(): Promise<void>;
}

export async function openBothClients(
  options: SimulatorsOptions,
  allow: readonly Permission[] = [],
): Promise<BothClients> {
  const simulators = await startSimulators({
    vendors: ['azure-backup'],
    tls: true,
    oddities: true,
    start: '2026-03-02T12:00:00.000Z',
    ...options,
  });
  const vendor = simulators.vendor('azure-backup');
  const { connection, url } = vendor;
  const ca = simulators.authority?.pem ?? '';
  const settings = connection.settings((key) => connection.secrets[key] ?? '');
  const known = settings['credential'] as { tenantId: string; clientId: string; clientSecret: string };
  const credential = new ClientSecretCredential(known.tenantId, known.clientId, known.clientSecret, {
    authorityHost: url,
    disableInstanceDiscovery: true,
    tlsOptions: { ca },
  });
  const connector = connectSimulator(azureBackup, simulators, vendor, { allow });
  const vaults = settings['vaults'] as (Vault & { type: string })[];
  return {
    simulators,
    connector,
    vaults: vaults.filter(({ type }) => type === 'recovery-services'),
    theirClient: ({ subscriptionId }) =>
      new RecoveryServicesBackupClient(credential, subscriptionId, {
        endpoint: url,
        credentialScopes: `${url}/.default`,
        tlsOptions: { ca },
        retryOptions: { maxRetries: 0 },
      }),
    async close() {
      await connector.close();
      await worldOf(simulators).close();
      await simulators.close();
    },
  };
}
