import type { Schedule } from '@crossvault/core';
import type { ChangedLink, InventoryKind, StoredThing } from '@crossvault/core/store';
import { withReadableSchedule } from '../stored-schedule.ts';

/** A plan or an item, as far as it matters for what is expected of it. */
export interface JudgedThing {
  readonly id: string;
  readonly kind: InventoryKind;
  readonly connection: string;
  readonly vendor: string;
  readonly nativeId: string;
  readonly name: string | null;
  readonly tenant: string | null;
  /** Its plan; of a plan itself. */
  readonly plan: { readonly id: string; readonly name: string | null } | null;
  /** Null: none that can be read. */
  readonly schedule: Schedule | null;
  /** What a console says: the last run and the next one; null where the vendor reports no next run of its own. */
  readonly look: { readonly lastRunMs: number | null; readonly nextRunMs: number | null } | null;
  /** False: it is switched off, or paused. */
  readonly isEnabled: boolean;
  /** It is an item whose plan is switched off. */
  readonly isPlanDisabled: boolean;
  /** Its protection was ended. */
  readonly isStopped: boolean;
  /** It is a plan that protects nothing: no run of it is expected. */
  readonly isEmpty: boolean;
  /** The vendor knows it, and nothing protects it. */
  readonly isUnprotected: boolean;
  /** Key of the list that shows its jobs; null: any list of the connection. */
  readonly list: string | null;
  /** The vendor's own times of its backups, in order. */
  readonly pointsMs: readonly number[];
  readonly observedMs: number;
  /** By what jobs name it; texts in lower case. */
  readonly links: {
    readonly ids: readonly string[];
    readonly names: readonly string[];
    readonly beginnings: readonly string[];
  };
}

const fold = (text: string): string => text.toLowerCase();
const toMs = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));

function linksOf({ thing, tie }: StoredThing<InventoryKind>): JudgedThing['links'] {
  return {
    ids: (tie.ids ?? [thing.nativeId]).map(fold),
    names: (tie.names ?? (thing.name === null ? [] : [thing.name])).map(fold),
    beginnings: (tie.beginnings ?? []).map(fold),
  };
}

function toPlan(stored: StoredThing<'plan'>): JudgedThing {
  const plan = withReadableSchedule(stored.thing);
  const { schedule } = plan;
  const isByNextRun = schedule?.source === 'next-run' || (schedule !== null && schedule.rules.length === 0);
  return {
    ...baseOf(stored),
    kind: 'plan',
    plan: { id: plan.id, name: plan.name },
    schedule,
    look: isByNextRun ? { lastRunMs: toMs(plan.lastJob?.startedAt ?? null), nextRunMs: toMs(plan.nextRunAt) } : null,
    isEnabled: plan.enabled !== false,
    isPlanDisabled: false,
    isEmpty: plan.targets === 0,
    isStopped: false,
    isUnprotected: false,
    pointsMs: [],
  };
}

function toItem(stored: StoredThing<'item'>, plan: JudgedThing | null): JudgedThing {
  const { thing } = stored;
  const points = [toMs(thing.lastRecoveryPointAt), toMs(thing.lastSuccessAt)].filter((each) => each !== null);
  return {
    ...baseOf(stored),
    kind: 'item',
    plan: plan === null ? (thing.plan?.id ? { id: thing.plan.id, name: thing.plan.name } : null) : plan.plan,
    schedule: plan?.schedule ?? null,
    look: null,
    isEnabled: thing.protection !== 'paused' && plan?.isEnabled !== false,
    isPlanDisabled: thing.protection !== 'paused' && plan?.isEnabled === false,
    isEmpty: false,
    isStopped: thing.protection === 'stopped',
    isUnprotected: thing.protection === 'unprotected',
    pointsMs: points.toSorted((one, other) => one - other),
  };
}

const baseOf = (stored: StoredThing<InventoryKind>) => {
  const { id, connection, vendor, nativeId, name } = stored.thing;
  return {
    id,
    connection,
    vendor,
    nativeId,
    name,
    tenant: stored.thing.tenant ?? null,
    list: stored.tie.list ?? null,
    observedMs: Date.parse(stored.observedAt),
    links: linksOf(stored),
  };
};

/** The plans and items of a connection. An item has the schedule of its plan. */
export function toJudgedThings(
  plans: readonly StoredThing<'plan'>[],
  items: readonly StoredThing<'item'>[],
): readonly JudgedThing[] {
  const judged = plans.map(toPlan);
  const byId = new Map(judged.map((plan) => [fold(plan.nativeId), plan]));
  return [...judged, ...items.map((item) => toItem(item, byId.get(fold(item.thing.plan?.id ?? '')) ?? null))];
}

/** Finds what changed jobs may be linked to: rather too much than too little, since evaluating again changes nothing. */
export function createLinkFinder(things: readonly JudgedThing[]): (link: ChangedLink) => readonly string[] {
  const keys: Readonly<Record<InventoryKind, Map<string, string[]>>> = { plan: new Map(), item: new Map() };
  const beginnings: { readonly text: string; readonly id: string }[] = [];
  const add = (map: Map<string, string[]>, key: string, id: string): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [id]);
    else known.push(id);
  };
  for (const { id, kind, links } of things) {
    for (const each of links.ids) add(keys[kind], `id ${each}`, id);
    for (const each of links.names) add(keys[kind], `name ${each}`, id);
    for (const text of links.beginnings) beginnings.push({ text, id });
  }
  return ({ planId, planName, targetId, targetName }) => [
    ...(keys.plan.get(`id ${planId ?? ''}`) ?? []),
    ...(keys.plan.get(`name ${planName ?? ''}`) ?? []),
    ...(keys.item.get(`id ${targetId ?? ''}`) ?? []),
    ...(keys.item.get(`name ${targetName ?? ''}`) ?? []),
    ...(targetName === null ? [] : beginnings.filter(({ text }) => targetName.startsWith(text)).map(({ id }) => id)),
  ];
}
