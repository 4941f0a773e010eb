import type { MaintenanceWindow } from '../findings/maintenance-spans.ts';

/** Which subjects a rule of the configuration is about. Several values of one member are alternatives; an absent one means any. */
export interface SubjectRule {
  readonly connections?: readonly string[];
  readonly tags?: readonly string[];
  /** Ids or names, without regard to case. */
  readonly plans?: readonly string[];
  readonly items?: readonly string[];
}

/** The greatest age that the newest good backup may have. */
export interface ObjectiveRule extends SubjectRule {
  readonly maxAgeMs: number;
  /** Whether a backup that ended with a warning counts. @default true */
  readonly areWarningsGood?: boolean;
}

/** When runs do not count, or findings are not announced. */
export interface MaintenanceRule extends SubjectRule {
  readonly window: MaintenanceWindow;
  /** `excuse`: runs that are due in it do not count. `mute`: what is found in it is not announced before its end. */
  readonly effect: 'excuse' | 'mute';
  readonly why: string;
}

/** What the operator says about expected runs. */
export interface InsightSettings {
  /** The zone of business days. */
  readonly timeZone: string;
  /** The time of day at which a business day begins, from midnight on. */
  readonly dayBeginMs: number;
  /** From how many bad runs in a row on a failure repeats. */
  readonly repeatedAt: number;
  /** How late a run may start, for all vendors; null: as the vendor usually does, and as was learned. */
  readonly startGraceMs: number | null;
  readonly objectives: readonly ObjectiveRule[];
  readonly maintenance: readonly MaintenanceRule[];
}

export const usualInsightSettings: InsightSettings = {
  timeZone: 'UTC',
  dayBeginMs: 12 * 3_600_000,
  repeatedAt: 3,
  startGraceMs: null,
  objectives: [],
  maintenance: [],
};

/** What of a subject a rule may name. */
export interface RuledSubject {
  readonly id: string;
  readonly kind: 'item' | 'plan';
  readonly name: string | null;
  readonly plan: { readonly id: string; readonly name: string | null } | null;
  readonly connection: string;
  readonly tags: readonly string[];
}

const names = (wanted: readonly string[], id: string | undefined, name: string | null | undefined): boolean =>
  wanted.some((each) => each === id || each.toLowerCase() === name?.toLowerCase());

/** Whether a rule is about a subject. */
export function isRuled(subject: RuledSubject, { connections, tags, plans, items }: SubjectRule): boolean {
  return (
    (connections?.includes(subject.connection) ?? true) &&
    (tags?.some((tag) => subject.tags.includes(tag)) ?? true) &&
    (plans === undefined || names(plans, subject.plan?.id, subject.plan?.name)) &&
    (items === undefined || (subject.kind === 'item' && names(items, subject.id, subject.name)))
  );
}

/** An item is narrower than a plan, a plan than a tag, a tag than a connection. */
const narrowness = ({ items, plans, tags, connections }: SubjectRule): number =>
  items !== undefined ? 4 : plans !== undefined ? 3 : tags !== undefined ? 2 : connections !== undefined ? 1 : 0;

/** The narrowest objective of a subject; of several that are as narrow the strictest. Null: none is configured. */
export function objectiveFor(subject: RuledSubject, rules: readonly ObjectiveRule[]): ObjectiveRule | null {
  const [narrowest] = rules
    .filter((rule) => isRuled(subject, rule))
    .toSorted((one, other) => narrowness(other) - narrowness(one) || one.maxAgeMs - other.maxAgeMs);
  return narrowest ?? null;
}
