import express, { type Express, type Request, type Response } from 'express';
import { addressOf } from '../request-address.ts';
import { apiVersionOf, readParameter, sendArmError } from './arm.ts';
import type { AzureJobs, AzureRecord } from './azure-jobs.ts';
import { type AzureVault, DOCUMENTED_OPERATIONS, keyOfVault, STOP_PROTECTION, VAULTS } from './documented.ts';
import { FILTER_PROBLEM, parseJobFilter } from './filter.ts';
import { toListRow } from './render.ts';
import { readSkipToken, writeSkipToken } from './skip-token.ts';

const VAULT =
  '/subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Microsoft.RecoveryServices/vaults/:vaultName';
const ITEM = `${VAULT}/backupFabrics/:fabric/protectionContainers/:container/protectedItems/:item`;

type Params = Record<string, string>;

/** The pages that follow come with an older version, whatever was asked for. */
const nextVersion = (asked: string): string => (asked === '2017-07-01' ? '2016-12-01' : '2017-07-01');

const nextLinkAfter = (request: Request, last: AzureRecord): string => {
  const filter = readParameter(request, '$filter');
  const query = new URLSearchParams({
    'api-version': nextVersion(apiVersionOf(request)),
    ...(filter === null ? {} : { $filter: filter }),
    $skiptoken: writeSkipToken(last.position),
  });
  return `${addressOf(request)}${request.path}?${query}`;
};

const findVault = (request: Request<Params>): AzureVault | null => {
  const { subscriptionId = '', resourceGroup = '', vaultName = '' } = request.params;
  const key = keyOfVault({ subscriptionId, resourceGroup, name: vaultName });
  return VAULTS.find((vault) => keyOfVault(vault) === key) ?? null;
};

const sendNoVault = (request: Request<Params>, response: Response): void => {
  const { subscriptionId, resourceGroup, vaultName } = request.params;
  const isKnown = VAULTS.some((vault) => vault.subscriptionId === subscriptionId?.toLowerCase());
  if (!isKnown) {
    sendArmError(response, 404, 'SubscriptionNotFound', `The subscription '${subscriptionId}' could not be found.`);
    return;
  }
  const name = `Microsoft.RecoveryServices/vaults/${vaultName}`;
  const message = `The Resource '${name}' under resource group '${resourceGroup}' was not found.`;
  sendArmError(response, 404, 'ResourceNotFound', message);
};

type VaultHandler = (request: Request<Params>, response: Response, vault: AzureVault) => void;

const inVault =
  (handle: VaultHandler) =>
  (request: Request<Params>, response: Response): void => {
    const vault = findVault(request);
    if (vault === null) sendNoVault(request, response);
    else handle(request, response, vault);
  };

const listJobs =
  (jobs: AzureJobs, pageSize: number): VaultHandler =>
  (request, response, vault) => {
    const filter = parseJobFilter(readParameter(request, '$filter') ?? '');
    const token = readParameter(request, '$skipToken');
    const after = token === null ? '' : readSkipToken(token);
    if (filter === null || after === null) {
      const message = filter === null ? FILTER_PROBLEM : 'The continuation token is not valid.';
      sendArmError(response, 400, 'CloudInvalidInputError', message);
      return;
    }
    const left = jobs
      .recordsOf(vault)
      .filter((record) => record.position > after && record.exists() && filter(record.view()));
    const page = left.slice(0, pageSize);
    const last = page.at(-1);
    response.json({
      value: page.map((record) => toListRow(record.payload(apiVersionOf(request)))),
      ...(left.length > page.length && last !== undefined ? { nextLink: nextLinkAfter(request, last) } : {}),
    });
  };

/** Status and code for an unknown job are not documented; 404 is what the resource manager's rules ask for. */
const getJob =
  (jobs: AzureJobs): VaultHandler =>
  (request, response, vault) => {
    const id = request.params.jobName ?? '';
    const record = jobs
      .recordsOf(vault)
      .find((candidate) => candidate.nativeId.toLowerCase() === id.toLowerCase() && candidate.exists());
    if (record === undefined) sendArmError(response, 404, 'UserErrorJobNotFound', `The job '${id}' was not found.`);
    else response.json(record.payload(apiVersionOf(request)));
  };

const itemPath = ({ fabric, container, item }: Params): string =>
  `backupFabrics/${fabric}/protectionContainers/${container}/protectedItems/${item}`.toLowerCase();

const findOperation = (request: Request<Params>, vault: AzureVault) => {
  const isItemLevel = request.params.item !== undefined;
  return DOCUMENTED_OPERATIONS.find(
    (operation) =>
      operation.vault === vault &&
      operation.status.id === request.params.operationId?.toLowerCase() &&
      (!isItemLevel || operation.item?.toLowerCase() === itemPath(request.params)),
  );
};

const sendNoOperation = (request: Request<Params>, response: Response): void => {
  const message = `The operation '${request.params.operationId}' was not found.`;
  sendArmError(response, 404, 'OperationNotFound', message);
};

const getOperation: VaultHandler = (request, response, vault) => {
  const operation = findOperation(request, vault);
  if (operation === undefined) sendNoOperation(request, response);
  else response.json(operation.status);
};

const SHARE_PROPERTIES = {
  protectedItemType: 'AzureFileShareProtectedItem',
  backupManagementType: 'AzureStorage',
  workloadType: 'AzureFileShare',
  friendlyName: 'testshare',
  protectionState: 'ProtectionStopped',
  sourceResourceId:
    '/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/AzureFiles/providers/Microsoft.Storage/storageAccounts/testvault2',
};

const getOperationResult: VaultHandler = (request, response, vault) => {
  const operation = findOperation(request, vault);
  if (operation === undefined || operation.item === null) {
    sendNoOperation(request, response);
    return;
  }
  const type = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
  const id = `${vault.idPrefix}/${operation.item}`;
  response.json({ id, name: operation.item.split('/').at(-1), type, properties: SHARE_PROPERTIES });
};

const isStopRequest = (body: unknown): boolean => JSON.stringify(body ?? null).includes('"ProtectionStopped"');

/** The page's flow: stopping the protection of the file share is accepted, and two headers say where to look. */
const putItem: VaultHandler = (request, response, vault) => {
  const isShare = vault === STOP_PROTECTION.vault && itemPath(request.params) === STOP_PROTECTION.item.toLowerCase();
  if (!isShare || !isStopRequest(request.body)) {
    const message = 'Only the documented file share can be changed here, and only to stop its protection.';
    sendArmError(response, 400, 'BMSUserErrorInvalidConfigureProtectionRequest', message);
    return;
  }
  const item = `${addressOf(request)}${vault.idPrefix}/${STOP_PROTECTION.item}`;
  const tail = `${STOP_PROTECTION.status.id}?api-version=2019-05-13`;
  response
    .status(202)
    .set({
      Location: `${item}/operationResults/${tail}`,
      'Azure-AsyncOperation': `${item}/operationsStatus/${tail}`,
      'Retry-After': '60',
    })
    .end();
};

export const registerAzureRoutes = (app: Express, jobs: AzureJobs, pageSize: number): void => {
  app.get(`${VAULT}/backupJobs`, inVault(listJobs(jobs, pageSize)));
  app.get(`${VAULT}/backupJobs/:jobName`, inVault(getJob(jobs)));
  app.get(`${VAULT}/backupOperations/:operationId`, inVault(getOperation));
  app.get(`${ITEM}/operationsStatus/:operationId`, inVault(getOperation));
  app.get(`${ITEM}/operationResults/:operationId`, inVault(getOperationResult));
  app.put(ITEM, express.json({ type: () => true }), inVault(putItem));
  app.use((request, response) => {
    const message = `No route providers support ${request.method} '${request.path}'.`;
    sendArmError(response, 404, 'InvalidResourceType', message);
  });
};
