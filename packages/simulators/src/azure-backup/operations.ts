import type { VendorCore } from '../simulated-vendor.ts';
import { toInstant } from '../truth.ts';
import { type AzureVault, DOCUMENTED_OPERATIONS } from './documented.ts';
import { SENTINEL } from './render-details.ts';

/** How long the vendor works on an accepted request, on the simulated clock, and how long it keeps the operation. */
export const WORK_MS = 90_000;
const REMEMBERED_MS = 86_400_000;

/** Where an operation is followed: below its item, its vault, the job that is cancelled, the fabric, or the list of jobs. */
export type OperationTarget =
  | { readonly kind: 'item'; readonly path: string }
  | { readonly kind: 'vault' | 'fabric' | 'export' }
  | { readonly kind: 'job'; readonly jobName: string };

/** The failure that its result reports. */
type Failure = { readonly code: string; readonly message: string };

export type SimulatedOperation = {
  readonly vault: AzureVault;
  readonly target: OperationTarget;
  readonly id: string;
  /** Form of its result: the item, no body, blobs, or a refusal. */
  readonly ending: 'item' | 'nothing' | 'export' | 'refused';
  isOver(): boolean;
  isRemembered(): boolean;
  status(): unknown;
};

export type AzureOperations = {
  /** Any target of the vault: the vault also lists the operations on its items. */
  find(vault: AzureVault, id: string): SimulatedOperation | undefined;
  start(options: {
    readonly vault: AzureVault;
    readonly target: OperationTarget;
    readonly ending: SimulatedOperation['ending'];
    /** The job that it makes. */
    readonly jobId?: string;
    readonly failure?: Failure;
  }): SimulatedOperation;
};

const documented: readonly SimulatedOperation[] = DOCUMENTED_OPERATIONS.map(({ vault, item, status }) => ({
  vault,
  target: item === null ? { kind: 'vault' } : { kind: 'item', path: item },
  id: status.id,
  ending: 'item',
  isOver: () => true,
  isRemembered: () => true,
  status: () => status,
}));

export const createOperations = ({ clock, random }: VendorCore): AzureOperations => {
  const ids = random.fork('operations');
  const known = [...documented];

  return Object.freeze({
    find: (vault: AzureVault, id: string) =>
      known.find(
        (operation) => operation.vault === vault && operation.id === id.toLowerCase() && operation.isRemembered(),
      ),
    start: ({ vault, target, ending, jobId, failure }: Parameters<AzureOperations['start']>[0]) => {
      const id = ids.uuid();
      const startMs = clock.now();
      const isOver = (): boolean => clock.now() - startMs >= WORK_MS;
      const common = { id, name: id, startTime: toInstant(startMs) };
      const ended = { ...common, endTime: toInstant(startMs + WORK_MS) };
      const made = jobId === undefined ? {} : { properties: { objectType: 'OperationStatusJobExtendedInfo', jobId } };
      const operation: SimulatedOperation = {
        vault,
        target,
        id,
        ending,
        isOver,
        isRemembered: () => clock.now() - startMs < REMEMBERED_MS,
        status: () => {
          if (!isOver()) return { ...common, status: 'InProgress', endTime: SENTINEL };
          return failure === undefined
            ? { ...ended, status: 'Succeeded', ...made }
            : { ...ended, status: 'Failed', error: failure };
        },
      };
      known.push(operation);
      return operation;
    },
  });
};
