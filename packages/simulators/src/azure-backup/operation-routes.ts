import express, { type Express, type Request, type Response } from 'express';
import { addressOf } from '../request-address.ts';
import { sendArmError } from './arm.ts';
import { type AzureVault, STOP_PROTECTION } from './documented.ts';
import type { AzureOperations, SimulatedOperation } from './operations.ts';
import { inVault, type Params, VAULT, type VaultHandler } from './vault-routes.ts';

const ITEM = `${VAULT}/backupFabrics/:fabric/protectionContainers/:container/protectedItems/:item`;

const itemPath = ({ fabric, container, item }: Params): string =>
  `backupFabrics/${fabric}/protectionContainers/${container}/protectedItems/${item}`;

/** Where an operation can be followed: below its item, or below the vault for deletions, as the vendor's samples have it. */
const trackingHeaders = (request: Request, { vault, item, id, ending }: SimulatedOperation) => {
  const base = `${addressOf(request)}${vault.idPrefix}`;
  const tail = `${id}?api-version=2019-05-13`;
  const isBelowItem = ending === 'item' && item !== null;
  return {
    Location: isBelowItem ? `${base}/${item}/operationResults/${tail}` : `${base}/backupOperationResults/${tail}`,
    'Azure-AsyncOperation': isBelowItem
      ? `${base}/${item}/operationsStatus/${tail}`
      : `${base}/backupOperations/${tail}`,
    'Retry-After': '60',
  };
};

const sendAccepted = (request: Request, response: Response, operation: SimulatedOperation): void => {
  response.status(202).set(trackingHeaders(request, operation)).end();
};

type OperationHandler = (request: Request<Params>, response: Response, operation: SimulatedOperation) => void;

const inOperation =
  (operations: AzureOperations, handle: OperationHandler): VaultHandler =>
  (request, response, vault) => {
    const { operationId = '', item } = request.params;
    const operation = operations.find(vault, operationId, item === undefined ? undefined : itemPath(request.params));
    if (operation !== undefined) handle(request, response, operation);
    else sendArmError(response, 404, 'OperationNotFound', `The operation '${operationId}' was not found.`);
  };

const getStatus: OperationHandler = (_request, response, operation) => {
  if (!operation.isOver()) response.set('Retry-After', '60');
  response.json(operation.status());
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

const MACHINE_PROPERTIES = {
  protectedItemType: 'Microsoft.Compute/virtualMachines',
  backupManagementType: 'AzureIaasVM',
  workloadType: 'VM',
  protectionState: 'ProtectionStopped',
};

const getResult: OperationHandler = (request, response, operation) => {
  if (!operation.isOver()) {
    sendAccepted(request, response, operation);
  } else if (operation.item === null || operation.ending === 'nothing') {
    response.status(204).end();
  } else {
    const type = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
    const id = `${operation.vault.idPrefix}/${operation.item}`;
    const properties = operation.vault === STOP_PROTECTION.vault ? SHARE_PROPERTIES : MACHINE_PROPERTIES;
    response.json({ id, name: operation.item.split('/').at(-1), type, properties });
  }
};

const isStopRequest = (body: unknown): boolean => JSON.stringify(body ?? null).includes('"ProtectionStopped"');

const isDocumentedShare = (vault: AzureVault, item: string): boolean =>
  vault === STOP_PROTECTION.vault && item.toLowerCase() === STOP_PROTECTION.item.toLowerCase();

/** Stopping protection is accepted: of the page's file share with the page's own operation, of machines with a new one. */
const putItem =
  (operations: AzureOperations): VaultHandler =>
  (request, response, vault) => {
    const item = itemPath(request.params);
    const share = isDocumentedShare(vault, item) ? operations.find(vault, STOP_PROTECTION.status.id) : undefined;
    const isMachine = /\/vm;[^/]+$/i.test(item);
    if (!isStopRequest(request.body) || (share === undefined && !isMachine)) {
      const message = 'Only the protection of the documented file share and of virtual machines can be stopped here.';
      sendArmError(response, 400, 'BMSUserErrorInvalidConfigureProtectionRequest', message);
    } else {
      sendAccepted(request, response, share ?? operations.start(vault, item, 'item'));
    }
  };

const deleteItem =
  (operations: AzureOperations): VaultHandler =>
  (request, response, vault) =>
    sendAccepted(request, response, operations.start(vault, itemPath(request.params), 'nothing'));

export const registerOperationRoutes = (app: Express, operations: AzureOperations): void => {
  app.get(`${VAULT}/backupOperations/:operationId`, inVault(inOperation(operations, getStatus)));
  app.get(`${VAULT}/backupOperationResults/:operationId`, inVault(inOperation(operations, getResult)));
  app.get(`${ITEM}/operationsStatus/:operationId`, inVault(inOperation(operations, getStatus)));
  app.get(`${ITEM}/operationResults/:operationId`, inVault(inOperation(operations, getResult)));
  app.put(ITEM, express.json({ type: () => true }), inVault(putItem(operations)));
  app.delete(ITEM, inVault(deleteItem(operations)));
};
