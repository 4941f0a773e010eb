import type { SimulatedClock } from '../clock/clock.ts';
import type { AzureVault } from './documented.ts';
import type { SimulatedItem } from './protected-items.ts';
import { KEPT_MS } from './render-item.ts';

type Change = (item: SimulatedItem) => Partial<SimulatedItem>;
type Pending = { readonly atMs: number; readonly by: 'operation' | 'job'; readonly change: Change };

/** The protected items at the simulated time. */
export type ItemTable = {
  /** All of them, whatever their state, also what is gone. */
  all(): readonly SimulatedItem[];
  /** Items of the vault, including soft-deleted ones. */
  itemsOf(vault: AzureVault): readonly SimulatedItem[];
  /** Discovered items without a policy. */
  protectableOf(vault: AzureVault): readonly SimulatedItem[];
  /** Names are compared without case. Also what could be protected, and what was not found yet. */
  find(vault: AzureVault, container: string, name: string): SimulatedItem | undefined;
  /** By the name that people see. */
  named(vault: AzureVault, friendlyName: string): SimulatedItem | undefined;
  /** Changes it when the clock reaches the instant. With `by` an operation, no other change is possible until then. */
  changeAt(item: SimulatedItem, atMs: number, by: Pending['by'], change: Change): void;
  /** Whether an operation on it is still to end. */
  isChanging(item: SimulatedItem): boolean;
  /** Discovers items in a vault. */
  discover(vault: AzureVault, management: string, atMs: number): void;
};

/** Whether the vault shows it. */
const isListed = ({ state }: SimulatedItem): boolean => state !== null && state !== 'Protectable';

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const keyOf = (vault: AzureVault, container: string, name: string): string =>
  `${vault.idPrefix}/${container}/${name}`.toLowerCase();

/** `standing`: an item as the vault shows it; null: it is gone. */
export const createItemTable = (
  clock: SimulatedClock,
  items: readonly SimulatedItem[],
  standing: (item: SimulatedItem) => SimulatedItem | null = (item) => item,
): ItemTable => {
  type Kept = { item: SimulatedItem; readonly pending: Pending[] };
  const kept: Kept[] = items.map((item) => ({ item, pending: [] }));

  const settle = (each: Kept): SimulatedItem => {
    const due = each.pending.filter(({ atMs }) => atMs <= clock.now()).toSorted((one, other) => one.atMs - other.atMs);
    for (const one of due) {
      each.pending.splice(each.pending.indexOf(one), 1);
      each.item = { ...each.item, ...one.change(each.item) };
    }
    const { deletedMs } = each.item;
    if (deletedMs !== null && clock.now() >= deletedMs + KEPT_MS) {
      each.item = { ...each.item, state: 'Protectable', deletedMs: null, points: [], lastBackupMs: null };
    }
    const { logEveryMinutes } = each.item;
    if (logEveryMinutes === undefined) return each.item;
    const everyMs = logEveryMinutes * 60_000;
    return { ...each.item, logUntilMs: Math.floor(clock.now() / everyMs) * everyMs };
  };
  const byKey = new Map(kept.map((each) => [keyOf(each.item.vault, each.item.container, each.item.name), each]));
  const keptOf = ({ vault, container, name }: SimulatedItem): Kept | undefined =>
    byKey.get(keyOf(vault, container, name));

  return Object.freeze({
    all: () => kept.map(settle),
    itemsOf: (vault: AzureVault) =>
      kept.flatMap((each) => standing(settle(each)) ?? []).filter((item) => item.vault === vault && isListed(item)),
    protectableOf: (vault: AzureVault) =>
      kept.map(settle).filter((item) => item.vault === vault && item.state === 'Protectable'),
    find: (vault: AzureVault, container: string, name: string) => {
      const found = byKey.get(keyOf(vault, container, name));
      return found === undefined ? undefined : (standing(settle(found)) ?? undefined);
    },
    named: (vault: AzureVault, friendlyName: string) => {
      const found = kept.find(({ item }) => item.vault === vault && item.friendlyName === friendlyName);
      return found === undefined ? undefined : settle(found);
    },
    changeAt: (item: SimulatedItem, atMs: number, by: Pending['by'], change: Change) => {
      keptOf(item)?.pending.push({ atMs, by, change });
    },
    isChanging: (item: SimulatedItem) => {
      const found = keptOf(item);
      return found?.pending.some(({ atMs, by }) => by === 'operation' && atMs > clock.now()) === true;
    },
    discover: (vault: AzureVault, management: string, atMs: number) => {
      for (const { item, pending } of kept) {
        if (item.vault !== vault || item.state !== null || !same(item.management, management)) continue;
        pending.push({
          atMs,
          by: 'operation',
          change: ({ state }) => (state === null ? { state: 'Protectable' } : {}),
        });
      }
    },
  });
};
