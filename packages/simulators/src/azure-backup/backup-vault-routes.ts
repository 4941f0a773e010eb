import type { Express } from 'express';
import { addressOf } from '../http/request-address.ts';
import { apiVersionOf, readParameter, sendArmError } from './arm.ts';
import type { BackupVaultJobs } from './backup-vault-jobs.ts';
import type { BackupVaultPolicies } from './backup-vault-policies.ts';
import { sendRowPage } from './row-pages.ts';
import { BACKUP_VAULT, inBackupVault, type VaultHandler } from './vault-routes.ts';

/** Steps and details come with the single job only, which is how the other vaults do it. */
const toListRow = (payload: unknown): unknown => {
  if (typeof payload !== 'object' || payload === null || !('properties' in payload)) return payload;
  const { properties } = payload;
  if (typeof properties !== 'object' || properties === null) return payload;
  return { ...payload, properties: { ...properties, extendedInfo: null } };
};

const listJobs =
  (jobs: BackupVaultJobs, pageSize: number): VaultHandler =>
  (request, response, vault) => {
    const after = readParameter(request, '$skipToken') ?? '';
    const left = jobs.recordsOf(vault).filter((record) => record.exists() && record.nativeId > after);
    const page = left.slice(0, pageSize);
    const last = page.at(-1);
    const query = new URLSearchParams({ 'api-version': apiVersionOf(request), $skipToken: last?.nativeId ?? '' });
    response.json({
      value: page.map((record) => toListRow(record.payload())),
      nextLink: left.length > page.length ? `${addressOf(request)}${request.path}?${query}` : null,
    });
  };

const getJob =
  (jobs: BackupVaultJobs): VaultHandler =>
  (request, response, vault) => {
    const id = (request.params['jobName'] ?? '').toLowerCase();
    const record = jobs.recordsOf(vault).find((candidate) => candidate.nativeId === id && candidate.exists());
    if (record === undefined) sendArmError(response, 404, 'UserErrorJobNotFound', `The job '${id}' was not found.`);
    else response.json(record.payload());
  };

const isNamed = (policy: object, name: string): boolean =>
  'name' in policy && typeof policy.name === 'string' && policy.name.toLowerCase() === name.toLowerCase();

const getPolicy =
  (policies: BackupVaultPolicies): VaultHandler =>
  (request, response, vault) => {
    const { policyName = '' } = request.params;
    const policy = policies(vault).find((each) => isNamed(each, policyName));
    if (policy !== undefined) response.json(policy);
    else sendArmError(response, 404, 'BMSUserErrorPolicyNotFound', `There is no policy '${policyName}' here.`);
  };

export const registerBackupVaultRoutes = (
  app: Express,
  { jobs, policies, pageSize }: { jobs: BackupVaultJobs; policies: BackupVaultPolicies; pageSize: number },
): void => {
  app.get(
    `${BACKUP_VAULT}/backupPolicies`,
    inBackupVault((request, response, vault) => sendRowPage(request, response, policies(vault), pageSize)),
  );
  app.get(`${BACKUP_VAULT}/backupPolicies/:policyName`, inBackupVault(getPolicy(policies)));
  app.get(`${BACKUP_VAULT}/backupJobs`, inBackupVault(listJobs(jobs, pageSize)));
  app.get(`${BACKUP_VAULT}/backupJobs/:jobName`, inBackupVault(getJob(jobs)));
};
