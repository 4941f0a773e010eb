import type { Answer } from '@crossvault/client-kit';
import type { CallOptions } from '@crossvault/core';
import type { ApiVersion, ItemSort } from '../versions.ts';
import type { ApplianceApi } from './appliance-api.ts';
import type { Slice } from './policy-calls.ts';

export interface ItemCalls {
  /** With `sync` the appliance queries Azure first, and may answer with an operation. */
  list(sort: ItemSort, slice: Slice & { readonly sync?: boolean }, call: CallOptions): Promise<Answer>;
  get(sort: ItemSort, id: string, call: CallOptions): Promise<Answer>;
  listRestorePoints(sort: ItemSort, id: string, slice: Slice, call: CallOptions): Promise<Answer>;
}

const itemPaths = {
  'virtual-machines': '/api/{version}/protectedItem/virtualMachines',
  sql: '/api/{version}/protectedItem/sql',
  'file-shares': '/api/{version}/protectedItem/fileShares',
  'cosmos-db': '/api/{version}/protectedItem/cosmosDb',
} as const;

export function createItemCalls({ read }: ApplianceApi, version: ApiVersion): ItemCalls {
  return {
    list: (sort, { offset, limit, sync }, call) =>
      read('protected items', call, (api, signal) => {
        const query = { Offset: offset, Limit: limit, ...(sync === undefined ? {} : { Sync: sync }) };
        return api.GET(itemPaths[sort], { params: { path: { version }, query }, signal });
      }),
    get: (sort, itemId, call) =>
      read('protected items', call, (api, signal) =>
        api.GET(`${itemPaths[sort]}/{itemId}` as const, { params: { path: { version, itemId } }, signal }),
      ),
    listRestorePoints: (sort, id, { offset, limit }, call) =>
      read('restore points', call, (api, signal) => {
        const slice = { Offset: offset, Limit: limit };
        const path = { version };
        switch (sort) {
          case 'virtual-machines':
            return api.GET('/api/{version}/restorePoints/virtualMachines', {
              params: { path, query: { VirtualMachineId: id, ...slice } },
              signal,
            });
          case 'sql':
            return api.GET('/api/{version}/restorePoints/sql', {
              params: { path, query: { DatabaseId: id, ...slice } },
              signal,
            });
          case 'file-shares':
            return api.GET('/api/{version}/restorePoints/fileShares', {
              params: { path, query: { FileShareId: id, ...slice } },
              signal,
            });
          case 'cosmos-db':
            return api.GET('/api/{version}/restorePoints/cosmosDb/repository', {
              params: { path, query: { CosmosDbAccountId: id, ...slice } },
              signal,
            });
        }
      }),
  };
}
