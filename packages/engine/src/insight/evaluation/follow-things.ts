import type { StoredLook, StoredScheduleVersion } from '@crossvault/core/store';
import { type ConnectionMemory, toGoneThing } from './connection-memory.ts';
import { followLife, followLook, followSchedule, seenAs } from './follow-thing.ts';
import type { InsightState } from './insight-state.ts';
import type { JudgedThing } from './judged-thing.ts';
import { emptyMemory } from './subject-memory.ts';

/** What readings of plans and items changed: versions of schedules, looks, lives. Adds those that are to be evaluated. */
export function followThings(
  known: ConnectionMemory,
  before: InsightState | null,
  nowMs: number,
  changed: Set<string>,
): { readonly versions: readonly StoredScheduleVersion[]; readonly looks: readonly StoredLook[] } {
  const versions: StoredScheduleVersion[] = [];
  const looks: StoredLook[] = [];
  for (const thing of withGone(known, nowMs)) {
    const subject = known.known.get(thing.id);
    const memory = subject?.memory ?? { ...emptyMemory, sinceMs: before === null ? null : thing.observedMs };
    const seen = seenAs(thing);
    known.known.set(thing.id, { stored: subject?.stored ?? null, memory: { ...followLife(thing, memory), seen } });
    const added = followSchedule(thing, known.versions.get(thing.id) ?? [], before?.inventoryMs ?? thing.observedMs);
    addVersions(known, added);
    versions.push(...added);
    const look = followLook(thing, known.looks.get(thing.id) ?? []);
    if (look !== null) {
      looks.push(look);
      const others = (known.looks.get(thing.id) ?? []).filter(({ firstMs }) => firstMs !== look.firstMs);
      known.looks.set(thing.id, [...others, look]);
    }
    if (subject === undefined || memory.seen !== seen || added.length > 0 || look !== null) changed.add(thing.id);
  }
  return { versions, looks };
}

/** Keeps rows of one subject in mind, each under its number. */
export function addVersions(known: ConnectionMemory, added: readonly StoredScheduleVersion[]): void {
  const [first] = added;
  if (first === undefined) return;
  const own = known.versions.get(first.subject) ?? [];
  const left = own.filter(({ number }) => added.every((each) => each.number !== number));
  known.versions.set(first.subject, [...left, ...added]);
}

/** All things, and the subjects whose things are gone. */
function* withGone(known: ConnectionMemory, nowMs: number): Iterable<JudgedThing> {
  yield* known.things.values();
  for (const [id, { stored, memory }] of [...known.known]) {
    if (stored === null || known.things.has(id) || memory.retiredMs !== null) continue;
    yield toGoneThing(stored, nowMs);
  }
}
