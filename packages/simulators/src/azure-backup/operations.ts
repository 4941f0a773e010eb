import type { VendorCore } from '../simulated-vendor.ts';
import { toInstant } from '../truth.ts';
import type { AzureJobs } from './azure-jobs.ts';
import { type AzureVault, DOCUMENTED_OPERATIONS, keyOfVault } from './documented.ts';
import { SENTINEL } from './render-details.ts';

/** How long the vendor works on an accepted request, on the simulated clock. */
const WORK_MS = 90_000;

export type SimulatedOperation = {
  readonly vault: AzureVault;
  /** Path of the protected item below the vault; null where only the vault is named. */
  readonly item: string | null;
  readonly id: string;
  /** What the result ends with: the item, or nothing. */
  readonly ending: 'item' | 'nothing';
  isOver(): boolean;
  status(): unknown;
};

export type AzureOperations = {
  /** `item` is given where an operation is asked for below its item. */
  find(vault: AzureVault, id: string, item?: string): SimulatedOperation | undefined;
  /** Takes a change of an item on; items that are called `locked` cannot be changed. */
  start(vault: AzureVault, item: string, ending: SimulatedOperation['ending']): SimulatedOperation;
};

const documented: readonly SimulatedOperation[] = DOCUMENTED_OPERATIONS.map(({ vault, item, status }) => ({
  vault,
  item,
  id: status.id,
  ending: 'item',
  isOver: () => true,
  status: () => status,
}));

export const createOperations = ({ clock, random }: VendorCore, jobs: AzureJobs): AzureOperations => {
  const ids = random.fork('operations');
  const known = [...documented];

  return Object.freeze({
    find: (vault: AzureVault, id: string, item?: string) =>
      known.find(
        (operation) =>
          operation.vault === vault &&
          operation.id === id.toLowerCase() &&
          (item === undefined || operation.item?.toLowerCase() === item.toLowerCase()),
      ),
    start: (vault: AzureVault, item: string, ending: SimulatedOperation['ending']) => {
      const id = ids.uuid();
      const startMs = clock.now();
      const fails = item.toLowerCase().includes('locked');
      const nativeKind = ending === 'item' ? 'DisableBackup' : 'DeleteBackupData';
      const jobId = fails ? null : jobs.add({ nativeKind, list: keyOfVault(vault) });
      const isOver = (): boolean => clock.now() - startMs >= WORK_MS;
      const common = { id, name: id, startTime: toInstant(startMs) };
      const ended = { ...common, endTime: toInstant(startMs + WORK_MS) };
      const error = { code: 'UserErrorItemLocked', message: 'The item is locked by another operation.' };
      const properties = { objectType: 'OperationStatusJobExtendedInfo', jobId };
      const operation: SimulatedOperation = {
        vault,
        item,
        id,
        ending,
        isOver,
        status: () => {
          if (!isOver()) return { ...common, status: 'InProgress', endTime: SENTINEL };
          return fails ? { ...ended, status: 'Failed', error } : { ...ended, status: 'Succeeded', properties };
        },
      };
      known.push(operation);
      return operation;
    },
  });
};
