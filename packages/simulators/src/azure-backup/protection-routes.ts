import type { Express, Request, Response } from 'express';
import { readParameter, sendArmError } from './arm.ts';
import { parseClauses } from './clauses.ts';
import type { ItemTable } from './item-table.ts';
import { ITEM } from './operation-routes.ts';
import { type PolicyTable, renderPolicy } from './policies.ts';
import type { SimulatedItem } from './protected-items.ts';
import { renderContainer, renderItem, renderProtectable } from './render-item.ts';
import { sendRowPage } from './row-pages.ts';
import { inVault, type Params, VAULT, type VaultHandler } from './vault-routes.ts';

/** Answer for a missing object; the code is not documented. */
const sendNoItem = (response: Response, name: string): void =>
  sendArmError(response, 404, 'BMSUserErrorObjectNotFound', `There is no item '${name}' here.`);

/** One page of the rows that a filter leaves. */
const sendRows = <Row extends object>(
  request: Request,
  response: Response,
  rows: readonly Row[],
  pageSize: number,
  filter: { readonly keys: Readonly<Record<string, (row: Row) => string>>; readonly required?: string },
): void => {
  const clauses = parseClauses(readParameter(request, '$filter') ?? '');
  const isKnown = clauses?.every(({ key }) => key in filter.keys) === true;
  const isWhole = filter.required === undefined || clauses?.some(({ key }) => key === filter.required) === true;
  if (clauses === null || !isKnown || !isWhole) {
    sendArmError(response, 400, 'CloudInvalidInputError', 'The filter of this list is not valid.');
    return;
  }
  const meant = rows.filter((row) =>
    clauses.every(({ key, value }) => filter.keys[key]?.(row).toLowerCase() === value.toLowerCase()),
  );
  sendRowPage(request, response, meant, pageSize);
};

export type ItemHandler = (request: Request<Params>, response: Response, item: SimulatedItem) => void;

/** An item that the vault has. */
export const inItem = (items: ItemTable, handle: ItemHandler): ReturnType<typeof inVault> =>
  inVault((request, response, vault) => {
    const { container = '', item = '' } = request.params;
    const found = items.find(vault, container, item);
    const isThere = found !== undefined && found.state !== null && found.state !== 'Protectable';
    if (isThere) handle(request, response, found);
    else sendNoItem(response, item);
  });

const propertyOf = (name: string) => (row: { readonly properties: object }) =>
  String(Object.entries(row.properties).find(([key]) => key === name)?.[1] ?? '');

const listItems =
  (items: ItemTable, pageSize: number): VaultHandler =>
  (request, response, vault) =>
    sendRows(request, response, items.itemsOf(vault).map(renderItem), pageSize, {
      keys: {
        backupManagementType: propertyOf('backupManagementType'),
        itemType: propertyOf('workloadType'),
        policyName: propertyOf('policyName'),
        containerName: propertyOf('containerName'),
        friendlyName: propertyOf('friendlyName'),
        healthState: propertyOf('healthStatus'),
      },
    });

const countOf = (items: readonly SimulatedItem[], policyName: string): number =>
  items.filter((item) => item.policyName === policyName).length;

const listPolicies =
  (policies: PolicyTable, items: ItemTable, pageSize: number): VaultHandler =>
  (request, response, vault) => {
    const rows = policies.of(vault).map((policy) => renderPolicy(policy, countOf(items.itemsOf(vault), policy.name)));
    sendRows(request, response, rows, pageSize, {
      keys: { backupManagementType: propertyOf('backupManagementType'), workloadType: propertyOf('workLoadType') },
    });
  };

const getPolicy =
  (policies: PolicyTable, items: ItemTable): VaultHandler =>
  (request, response, vault) => {
    const { policyName = '' } = request.params;
    const policy = policies.of(vault).find(({ name }) => name.toLowerCase() === policyName.toLowerCase());
    if (policy !== undefined) response.json(renderPolicy(policy, countOf(items.itemsOf(vault), policy.name)));
    else sendArmError(response, 404, 'BMSUserErrorPolicyNotFound', `There is no policy '${policyName}' here.`);
  };

const listContainers =
  (items: ItemTable, pageSize: number): VaultHandler =>
  (request, response, vault) => {
    const all = items.itemsOf(vault);
    const rows = all.filter(({ container }, index) => all.findIndex((one) => one.container === container) === index);
    sendRows(request, response, rows.map(renderContainer), pageSize, {
      keys: {
        backupManagementType: propertyOf('backupManagementType'),
        containerType: propertyOf('containerType'),
        friendlyName: propertyOf('friendlyName'),
        status: propertyOf('registrationStatus'),
      },
      required: 'backupManagementType',
    });
  };

const listProtectables =
  (items: ItemTable, pageSize: number): VaultHandler =>
  (request, response, vault) =>
    sendRows(request, response, items.protectableOf(vault).map(renderProtectable), pageSize, {
      keys: {
        backupManagementType: propertyOf('backupManagementType'),
        workloadType: propertyOf('workloadType'),
        friendlyName: propertyOf('friendlyName'),
      },
      required: 'backupManagementType',
    });

/** The protection in a vault. */
export const registerProtectionRoutes = (
  app: Express,
  { items, policies, pageSize }: { items: ItemTable; policies: PolicyTable; pageSize: number },
): void => {
  app.get(`${VAULT}/backupProtectedItems`, inVault(listItems(items, pageSize)));
  app.get(`${VAULT}/backupProtectableItems`, inVault(listProtectables(items, pageSize)));
  app.get(`${VAULT}/backupPolicies`, inVault(listPolicies(policies, items, pageSize)));
  app.get(`${VAULT}/backupPolicies/:policyName`, inVault(getPolicy(policies, items)));
  app.get(`${VAULT}/backupProtectionContainers`, inVault(listContainers(items, pageSize)));
  app.get(
    ITEM,
    inItem(items, (_request, response, item) => void response.json(renderItem(item))),
  );
};
