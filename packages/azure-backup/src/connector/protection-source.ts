import { CrossvaultError } from '@crossvault/core';
import type { ItemChange } from '../client/change-calls.ts';
import { isJobId } from '../mapping/key.ts';

/** Something that can be protected, with the names that it has in a vault. */
export interface ProtectionSource {
  readonly type: string;
  /** The protected resource, or the resource that contains it. */
  readonly resourceId: string;
  readonly name: string;
  readonly container: string;
  readonly item: string;
}

const group = String.raw`^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers`;
const machine = new RegExp(String.raw`${group}\/Microsoft\.Compute\/virtualMachines\/([^/]+)$`, 'i');
export const storageAccount = new RegExp(String.raw`${group}\/Microsoft\.Storage\/storageAccounts\/([^/]+)$`, 'i');

/** `<id of a storage account>/<share>`, or the path that the resource manager gives a share. */
export function parseShare(text: string): { readonly account: string; readonly share: string } | null {
  const at = text.lastIndexOf('/');
  const account = text.slice(0, at).replace(/\/fileServices\/default\/shares$/i, '');
  const share = text.slice(at + 1);
  return storageAccount.test(account) && isJobId(share) ? { account, share } : null;
}

/**
 * A machine or a file share by its own id. The names in the vault follow from it, as Azure documents them; some shares
 * are said to be called otherwise, and then the vault refuses. Databases have no id of which that would be known.
 */
export function parseSource(sourceId: string, connection: string): ProtectionSource {
  const [, vmGroup = '', vm = ''] = machine.exec(sourceId) ?? [];
  if (isJobId(vm)) {
    const names = `iaasvmcontainerv2;${vmGroup};${vm}`;
    const type = 'Microsoft.Compute/virtualMachines';
    return { type, resourceId: sourceId, name: vm, container: `iaasvmcontainer;${names}`, item: `vm;${names}` };
  }
  const parts = parseShare(sourceId);
  const [, accountGroup = '', account = ''] = storageAccount.exec(parts?.account ?? '') ?? [];
  if (parts !== null) {
    return {
      type: 'AzureFileShareProtectedItem',
      resourceId: parts.account,
      name: parts.share,
      container: `StorageContainer;storage;${accountGroup};${account}`,
      item: `AzureFileShare;${parts.share}`,
    };
  }
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message:
      'sourceId must be the id of a virtual machine, or the id of a storage account with a slash and the name of a share.',
    source: connection,
    parameter: 'sourceId',
  });
}

export const toEnabling = ({ type, resourceId }: ProtectionSource, policyId: string): ItemChange => ({
  protectedItemType: type,
  sourceResourceId: resourceId,
  policyId,
});
