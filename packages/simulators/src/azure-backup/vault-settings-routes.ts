import type { Express } from 'express';
import { sendArmError } from './arm.ts';
import type { AzureVault } from './documented.ts';
import {
  PROXY,
  renderBackupVault,
  renderGuardProxy,
  renderRecoveryVault,
  renderStorageConfig,
  renderVaultConfig,
} from './render-vault.ts';
import { BACKUP_VAULT, inBackupVault, inVault, VAULT, type VaultHandler } from './vault-routes.ts';

const sendRendered =
  (render: (vault: AzureVault) => object): VaultHandler =>
  (_request, response, vault) =>
    void response.json(render(vault));

/** A vault itself, what is set for it, and which Resource Guard protects it. `guarded` names the protected vaults. */
export const registerVaultSettingsRoutes = (app: Express, guarded: readonly string[]): void => {
  const isGuarded = ({ name }: AzureVault): boolean => guarded.some((one) => one.toLowerCase() === name.toLowerCase());
  app.get(VAULT, inVault(sendRendered(renderRecoveryVault)));
  app.get(BACKUP_VAULT, inBackupVault(sendRendered(renderBackupVault)));
  app.get(`${VAULT}/backupconfig/vaultconfig`, inVault(sendRendered(renderVaultConfig)));
  app.get(`${VAULT}/backupstorageconfig/vaultstorageconfig`, inVault(sendRendered(renderStorageConfig)));
  const listProxies = sendRendered((vault) => ({ value: isGuarded(vault) ? [renderGuardProxy(vault)] : [] }));
  app.get(`${VAULT}/backupResourceGuardProxies`, inVault(listProxies));
  app.get(
    `${VAULT}/backupResourceGuardProxies/:proxyName`,
    inVault((request, response, vault) => {
      const { proxyName = '' } = request.params;
      const isThere = isGuarded(vault) && proxyName.toLowerCase() === PROXY.toLowerCase();
      if (isThere) response.json(renderGuardProxy(vault));
      else sendArmError(response, 404, 'ResourceGuardProxyNotFound', `There is no proxy '${proxyName}' here.`);
    }),
  );
};
