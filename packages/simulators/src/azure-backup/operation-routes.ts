import type { Express, Request, Response } from 'express';
import { addressOf } from '../http/request-address.ts';
import { sendArmError } from './arm.ts';
import type { ItemTable } from './item-table.ts';
import type { AzureOperations, SimulatedOperation } from './operations.ts';
import { pathOfItem } from './protected-items.ts';
import { renderItem } from './render-item.ts';
import { inVault, type Params, VAULT, type VaultHandler } from './vault-routes.ts';

export const ITEM = `${VAULT}/backupFabrics/:fabric/protectionContainers/:container/protectedItems/:item`;

/** The addresses have a fixed version, independent of the request. */
const ITEM_VERSION = '2019-05-13';
const VAULT_VERSION = '2016-12-01';

/** Where an operation can be followed. Only those on items and on the vault have a status beside their result. */
const trackingHeaders = (request: Request, { vault, target, id }: SimulatedOperation): Record<string, string> => {
  const base = `${addressOf(request)}${vault.idPrefix}`;
  const wait = { 'Retry-After': '60' };
  switch (target.kind) {
    case 'item': {
      const tail = `${id}?api-version=${ITEM_VERSION}`;
      return {
        Location: `${base}/${target.path}/operationResults/${tail}`,
        'Azure-AsyncOperation': `${base}/${target.path}/operationsStatus/${tail}`,
        ...wait,
      };
    }
    case 'vault': {
      const tail = `${id}?api-version=${VAULT_VERSION}`;
      return {
        Location: `${base}/backupOperationResults/${tail}`,
        'Azure-AsyncOperation': `${base}/backupOperations/${tail}`,
        ...wait,
      };
    }
    case 'job':
      return {
        Location: `${base}/backupJobs/${target.jobName}/operationResults/${id}?api-version=${VAULT_VERSION}`,
        ...wait,
      };
    case 'fabric':
      return { Location: `${base}/backupFabrics/Azure/operationResults/${id}?api-version=${VAULT_VERSION}`, ...wait };
    case 'export':
      return { Location: `${base}/backupJobs/operationResults/${id}?api-version=${VAULT_VERSION}`, ...wait };
  }
};

export const sendAccepted = (request: Request, response: Response, operation: SimulatedOperation): void => {
  response.status(202).set(trackingHeaders(request, operation));
  // Only an export has a body while it runs.
  if (operation.ending === 'export' && request.method === 'GET')
    response.json({ statusCode: 'Accepted', headers: {}, operation: null });
  else response.end();
};

type OperationHandler = (request: Request<Params>, response: Response, operation: SimulatedOperation) => void;

/** An operation can be read at its own path and at its vault only. */
const isMeant = (
  { target }: SimulatedOperation,
  kind: SimulatedOperation['target']['kind'],
  params: Params,
): boolean => {
  if (kind === 'vault') return target.kind === 'vault' || target.kind === 'item';
  if (target.kind === 'item' && kind === 'item') {
    const asked = pathOfItem({ container: params['container'] ?? '', name: params['item'] ?? '' });
    return target.path.toLowerCase() === asked.toLowerCase();
  }
  if (target.kind === 'job' && kind === 'job') return target.jobName.toLowerCase() === params['jobName']?.toLowerCase();
  return target.kind === kind;
};

const inOperation =
  (operations: AzureOperations, kind: SimulatedOperation['target']['kind'], handle: OperationHandler): VaultHandler =>
  (request, response, vault) => {
    const { operationId = '' } = request.params;
    const operation = operations.find(vault, operationId);
    if (operation !== undefined && isMeant(operation, kind, request.params)) handle(request, response, operation);
    else sendArmError(response, 404, 'OperationNotFound', `The operation '${operationId}' was not found.`);
  };

const getStatus: OperationHandler = (_request, response, operation) => {
  if (!operation.isOver()) response.set('Retry-After', '60');
  response.json(operation.status());
};

/** The key grants access to the blob, as at the vendor. */
const EXPORT = {
  statusCode: 'OK',
  headers: {},
  operation: {
    objectType: 'ExportJobsOperationResultInfo',
    blobUrl: 'https://exports.example/jobs/jobs.json',
    blobSasKey: '?sv=2020-02-10&sr=b&sig=c2ltdWxhdGVkLXNhcy1rZXk%3D&sp=r',
    excelFileBlobUrl: 'https://exports.example/jobs/jobs.xlsx',
    excelFileBlobSasKey: '?sv=2020-02-10&sr=b&sig=c2ltdWxhdGVkLXNhcy1rZXk%3D&sp=r',
  },
};

const TOO_LATE = 'The job is in a phase in which it cannot be cancelled.';

const getResult =
  (items: ItemTable): OperationHandler =>
  (request, response, operation) => {
    const { container = '', item = '' } = request.params;
    const found = operation.target.kind === 'item' ? items.find(operation.vault, container, item) : undefined;
    if (!operation.isOver()) sendAccepted(request, response, operation);
    else if (operation.ending === 'export') response.json(EXPORT);
    else if (operation.ending === 'refused') sendArmError(response, 400, 'UserErrorJobCannotBeCancelled', TOO_LATE);
    else if (operation.ending === 'nothing' || found === undefined) response.status(204).end();
    else response.json(renderItem(found));
  };

export const registerOperationRoutes = (app: Express, operations: AzureOperations, items: ItemTable): void => {
  const statusAt = (kind: SimulatedOperation['target']['kind']) => inVault(inOperation(operations, kind, getStatus));
  const resultAt = (kind: SimulatedOperation['target']['kind']) =>
    inVault(inOperation(operations, kind, getResult(items)));
  app.get(`${VAULT}/backupOperations/:operationId`, statusAt('vault'));
  app.get(`${VAULT}/backupOperationResults/:operationId`, resultAt('vault'));
  app.get(`${ITEM}/operationsStatus/:operationId`, statusAt('item'));
  app.get(`${ITEM}/operationResults/:operationId`, resultAt('item'));
  app.get(`${VAULT}/backupJobs/operationResults/:operationId`, resultAt('export'));
  app.get(`${VAULT}/backupJobs/:jobName/operationResults/:operationId`, resultAt('job'));
  app.get(`${VAULT}/backupFabrics/:fabric/operationResults/:operationId`, resultAt('fabric'));
};
