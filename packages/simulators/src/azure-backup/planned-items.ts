import type { SimulatedPlan } from '../schedule/plan.ts';
import type { Planner } from '../schedule/planner.ts';
import type { ItemTable } from './item-table.ts';
import { isOfPolicy, sourceOf, vaultOf } from './plans.ts';
import { database, type ItemWish, machine, type SimulatedItem, share } from './protected-items.ts';

const never = { lastBackupMs: null, points: [], deletedMs: null, isLocked: false, hasOddId: false } as const;

const logMinutes = ({ schedule }: SimulatedPlan): { logEveryMinutes?: number } => {
  const rule = schedule.rules.find(({ track }) => track === 'log');
  return rule?.kind === 'interval' ? { logEveryMinutes: rule.everyMinutes } : {};
};

const protectedBy = (plan: SimulatedPlan) => ({
  ...never,
  state: 'Protected' as const,
  policyName: isOfPolicy(plan) ? plan.name : null,
  ...logMinutes(plan),
});

const toItem = (plan: SimulatedPlan, name: string): SimulatedItem => {
  const wish: ItemWish = { vault: vaultOf(plan), ...protectedBy(plan) };
  switch (plan.sort) {
    case 'AzureStorage':
      return { ...never, ...share(name, 'stfilesprod', 'rg-files', wish) };
    case 'AzureWorkload':
      return { ...never, ...database(name, 'sql-prod-1', wish) };
    default:
      return { ...never, ...machine(name, 'rg-compute', wish) };
  }
};

/** What the plans of Recovery Services vaults protect, before their first runs, and what stands beside it. */
export const planItems = (plans: readonly SimulatedPlan[], known: readonly SimulatedItem[]): SimulatedItem[] => {
  const isOf = (plan: SimulatedPlan, { vault, friendlyName }: SimulatedItem): boolean =>
    sourceOf(plan.sort) === undefined && vaultOf(plan) === vault && plan.items.includes(friendlyName);
  const planned = plans.filter(({ sort }) => sourceOf(sort) === undefined);
  // What was stopped before the history began would never be backed up within it.
  const kept = known
    .filter(({ state }) => state !== 'BackupsSuspended' && state !== 'ProtectionStopped')
    .map((item) => {
      const plan = planned.find((one) => isOf(one, item));
      return plan === undefined ? item : { ...item, ...protectedBy(plan), isLocked: item.isLocked };
    });
  const added = planned.flatMap((plan) =>
    plan.items
      .filter((name) => !known.some((item) => isOf(plan, item) && item.friendlyName === name))
      .map((name) => toItem(plan, name)),
  );
  return [...kept, ...added];
};

/** An item as its plan leaves it: gone with it, or suspended while it is disabled, since no policy of Azure can be switched off. */
export const standingOf = (item: SimulatedItem, { plans }: Planner, nowMs: number): SimulatedItem | null => {
  const { vault, friendlyName, state } = item;
  const course = plans.find(
    ({ plan }) => plan.items.includes(friendlyName) && sourceOf(plan.sort) === undefined && vaultOf(plan) === vault,
  );
  if (course === undefined) return item;
  if (course.isGoneAt(friendlyName, nowMs)) return null;
  return state === 'Protected' && !course.isEnabledAt(nowMs) ? { ...item, state: 'BackupsSuspended' } : item;
};

/** What a policy protects now; an agent keeps its own schedule. */
export const itemsUnder = (items: ItemTable, plan: SimulatedPlan): readonly string[] =>
  items
    .all()
    .filter(({ vault, state, policyName, deletedMs, friendlyName }) => {
      if (vault !== vaultOf(plan) || deletedMs !== null) return false;
      const isUnder = isOfPolicy(plan) ? policyName === plan.name : plan.items.includes(friendlyName);
      return isUnder && (state === 'Protected' || state === 'IRPending');
    })
    .map(({ friendlyName }) => friendlyName);
