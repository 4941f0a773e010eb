import type { Express, Request, Response } from 'express';
import { addressOf } from '../http/request-address.ts';
import { apiVersionOf, readParameter, sendArmError } from './arm.ts';
import { type AzureVault, BACKUP_VAULTS, keyOfVault, VAULTS } from './documented.ts';
import { renderBackupVault, renderRecoveryVault } from './render-vault.ts';

const GROUP = '/subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers';
export const VAULT = `${GROUP}/Microsoft.RecoveryServices/vaults/:vaultName`;
export const BACKUP_VAULT = `${GROUP}/Microsoft.DataProtection/backupVaults/:vaultName`;

export type Params = Record<string, string>;
export type VaultHandler = (request: Request<Params>, response: Response, vault: AzureVault) => void;

const isKnownSubscription = (id: string | undefined): boolean =>
  VAULTS.some((vault) => vault.subscriptionId === id?.toLowerCase());

const sendNoSubscription = (response: Response, id: string | undefined): void =>
  sendArmError(response, 404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);

const sendNoVault = (request: Request<Params>, response: Response, type: string): void => {
  const { subscriptionId, resourceGroup, vaultName } = request.params;
  if (!isKnownSubscription(subscriptionId)) {
    sendNoSubscription(response, subscriptionId);
    return;
  }
  const message = `The Resource '${type}/${vaultName}' under resource group '${resourceGroup}' was not found.`;
  sendArmError(response, 404, 'ResourceNotFound', message);
};

const among =
  (vaults: readonly AzureVault[], type: string, handle: VaultHandler) =>
  (request: Request<Params>, response: Response): void => {
    const { subscriptionId = '', resourceGroup = '', vaultName = '' } = request.params;
    const key = keyOfVault({ subscriptionId, resourceGroup, name: vaultName });
    const vault = vaults.find((candidate) => keyOfVault(candidate) === key);
    if (vault === undefined) sendNoVault(request, response, type);
    else handle(request, response, vault);
  };

export const inVault = (handle: VaultHandler) => among(VAULTS, 'Microsoft.RecoveryServices/vaults', handle);
export const inBackupVault = (handle: VaultHandler) =>
  among(BACKUP_VAULTS, 'Microsoft.DataProtection/backupVaults', handle);

/** Vaults on a page; how many the vendor puts there is not documented. */
const VAULTS_ON_A_PAGE = 1;

const listVaults =
  (vaults: readonly AzureVault[], render: (vault: AzureVault) => object) =>
  (request: Request<Params>, response: Response): void => {
    const { subscriptionId } = request.params;
    if (!isKnownSubscription(subscriptionId)) {
      sendNoSubscription(response, subscriptionId);
      return;
    }
    const mine = vaults.filter((vault) => vault.subscriptionId === subscriptionId?.toLowerCase());
    const from = Number(readParameter(request, '$skipToken') ?? '0');
    const page = mine.slice(from, from + VAULTS_ON_A_PAGE);
    const query = new URLSearchParams({
      'api-version': apiVersionOf(request),
      $skipToken: String(from + VAULTS_ON_A_PAGE),
    });
    response.json({
      value: page.map(render),
      // A full page has a link, also when nothing comes after it: pages without vaults are to be expected.
      ...(page.length < VAULTS_ON_A_PAGE ? {} : { nextLink: `${addressOf(request)}${request.path}?${query}` }),
    });
  };

/** Vaults of a subscription, of both kinds. */
export const registerVaultRoutes = (app: Express): void => {
  const providers = '/subscriptions/:subscriptionId/providers';
  app.get(`${providers}/Microsoft.RecoveryServices/vaults`, listVaults(VAULTS, renderRecoveryVault));
  app.get(`${providers}/Microsoft.DataProtection/backupVaults`, listVaults(BACKUP_VAULTS, renderBackupVault));
};
