import { toJobId } from '@crossvault/core';
import type {
  OccurrencesRequest,
  StoredOccurrence,
  StoredScheduleVersion,
  StoredSubject,
} from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import { makeItem } from '../fakes/fake-inventory.ts';
import type { OpenStore } from './open-store.ts';
import { at, numberAt, reading } from './readings.ts';

const hourMs = 3_600_000;
const startMs = Date.parse(at(0));

/** A subject of expected runs. */
export const subject = (name: string, more: Partial<StoredSubject> = {}): StoredSubject => ({
  id: `id of ${name}`,
  connection: 'c',
  vendor: 'fake',
  kind: 'item',
  name,
  nativeId: name,
  plan: { id: 'id of Daily', name: 'Daily' },
  tenant: null,
  isExpected: true,
  nextMs: null,
  facts: { learned: [name] },
  ...more,
});

const occurrence = (name: string, hour: number, more: Partial<StoredOccurrence> = {}): StoredOccurrence => ({
  subject: `id of ${name}`,
  connection: 'c',
  dueMs: startMs + hour * hourMs,
  track: 'backup',
  version: '1',
  offsetMs: hourMs,
  startByMs: startMs + (hour + 1) * hourMs,
  endByMs: null,
  state: 'met',
  reason: null,
  attempts: [{ id: 'job', status: 'succeeded', startedMs: startMs + hour * hourMs, endedMs: null }],
  isProvisional: false,
  isOverrunning: false,
  isRecovered: false,
  isFrozen: false,
  ...more,
});

/** Subjects of every connection. */
export const all = { connections: null };
const occurrences = (more: Partial<OccurrencesRequest> = {}): OccurrencesRequest => ({
  filter: all,
  fromMs: startMs,
  untilMs: startMs + 1_000 * hourMs,
  nowMs: startMs + 500 * hourMs,
  order: 'newest-first',
  after: null,
  limit: 100,
  ...more,
});
export function describeInsight(open: OpenStore): void {
  describe('expected runs', () => {
    test('subjects are found by what they are, in the order of their names, and by when they are due', async () => {
      const store = await open();
      const web = subject('Web', { nextMs: startMs + hourMs, tenant: 'Contoso' });
      const mail = subject('mail', { nextMs: startMs, isExpected: false });
      const other = subject('other', { connection: 'd', kind: 'plan', nextMs: startMs });
      await store.putEvaluation({ connection: 'c', subjects: [web, mail, other] });
      expect(await store.subjects(all)).toEqual([mail, other, web]);
      expect(await store.subjects(all, { after: { name: 'mail', id: mail.id }, limit: 1 })).toEqual([other]);
      expect(await store.subjects({ connections: ['c'] }, { dueMs: startMs })).toEqual([mail]);
      expect(await store.subjects({ connections: null, items: ['WEB'] })).toEqual([web]);
      expect(await store.subjects({ connections: null, tenants: ['contoso'] })).toEqual([web]);
      const ofTenant = { connections: null, tenants: ['contoso'], tenantConnections: ['d'] };
      expect(await store.subjects(ofTenant)).toEqual([other, web]);
      expect(await store.subjects({ connections: null, plans: ['daily'], areExpected: true })).toEqual([other, web]);
      expect(await store.countSubjects({ connections: ['c'], areExpected: true })).toBe(1);
      expect(await store.nextEvaluationMs('c')).toBe(startMs);
      await store.putEvaluation({ connection: 'c', subjects: [{ ...mail, nextMs: null }] });
      expect(await store.nextEvaluationMs('c')).toBe(startMs + hourMs);
      expect(await store.nextEvaluationMs('nothing')).toBeNull();
    });

    test('an occurrence is stored once under its key, is replaced until it is frozen, and goes when it is expected no longer', async () => {
      const store = await open();
      const due = occurrence('Web', 1, { state: 'upcoming', attempts: [] });
      const frozen = occurrence('Web', 2, { isFrozen: true, isRecovered: true, state: 'failed', reason: 'blind' });
      const later = occurrence('Web', 3);
      await store.putEvaluation({ connection: 'c', subjects: [subject('Web')], occurrences: [due, frozen, later] });
      const met = { ...due, state: 'met' as const, isProvisional: true, isOverrunning: true, endByMs: startMs };
      const changed = {
        connection: 'c',
        occurrences: [met, { ...frozen, state: 'met' as const }],
        removed: [later, frozen],
      };
      await store.putEvaluation(changed);
      const stored = await store.occurrencesOf([due.subject, 'unknown'], startMs, 10);
      expect(stored).toEqual(new Map([[due.subject, [met, frozen]]]));
      expect((await store.occurrencesOf([due.subject], startMs, 1)).get(due.subject)).toEqual([frozen]);
      expect((await store.occurrencesOf([due.subject], frozen.dueMs, 9)).get(due.subject)).toEqual([frozen]);
      expect(await store.getOccurrence(frozen)).toEqual(frozen);
      expect(await store.getOccurrence({ ...frozen, version: '2' })).toBeNull();
    });

    test('occurrences are listed page by page and counted; what is stored as upcoming is due from its time on', async () => {
      const store = await open();
      const [one, two, three] = [
        occurrence('Web', 1),
        occurrence('mail', 2, { state: 'missed' }),
        occurrence('Web', 3),
      ];
      const upcoming = occurrence('Web', 600, { state: 'upcoming', attempts: [] });
      const due = occurrence('mail', 400, { state: 'upcoming', attempts: [], track: 'copy' });
      const subjects = [subject('Web'), subject('mail', { connection: 'd' })];
      const ofMail = [two, due].map((each) => ({ ...each, connection: 'd' }));
      await store.putEvaluation({ connection: 'c', subjects, occurrences: [one, three, upcoming, ...ofMail] });
      const dues = async (more: Partial<OccurrencesRequest>) =>
        (await store.listOccurrences(occurrences(more))).map(({ dueMs }) => (dueMs - startMs) / hourMs);
      expect(await dues({})).toEqual([600, 400, 3, 2, 1]);
      expect(await dues({ after: three, limit: 1 })).toEqual([2]);
      expect(await dues({ order: 'oldest-first', after: one, limit: 2 })).toEqual([2, 3]);
      expect(await dues({ states: ['upcoming'] })).toEqual([600]);
      expect(await dues({ states: ['due', 'missed'] })).toEqual([400, 2]);
      expect(await dues({ tracks: ['copy'] })).toEqual([400]);
      expect(await dues({ filter: { connections: ['d'] } })).toEqual([400, 2]);
      expect(await dues({ filter: { connections: null, items: ['web'] }, untilMs: upcoming.dueMs })).toEqual([3, 1]);
      const counts = await store.countOccurrences(all, startMs, startMs + 10 * hourMs);
      expect(counts.toSorted((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
        { state: 'met', isRecovered: false, count: 2 },
        { state: 'missed', isRecovered: false, count: 1 },
      ]);
      const ofOne = await store.countOccurrences(
        { connections: null, items: ['mail'] },
        startMs,
        startMs + 10 * hourMs,
      );
      expect(ofOne).toEqual([{ state: 'missed', isRecovered: false, count: 1 }]);
      const days = await store.subjectDays([one.subject], startMs, upcoming.dueMs);
      expect([...days.values()].map((each) => each.map(({ dueMs, state }) => [dueMs, state]))).toEqual([
        [
          [one.dueMs, 'met'],
          [three.dueMs, 'met'],
        ],
      ]);
    });

    test('versions of schedules and looks come back in their order, each as it was put last', async () => {
      const store = await open();
      const version = (number: number, more: Partial<StoredScheduleVersion> = {}): StoredScheduleVersion => ({
        connection: 'c',
        subject: 's',
        number,
        firstSeenMs: startMs + number,
        lastSeenMs: null,
        meaning: `m${number}`,
        schedule: null,
        isEnabled: true,
        ...more,
      });
      const look = { connection: 'c', plan: 'p', firstMs: 5, lastMs: 6, lastRunMs: null, nextRunMs: 9 };
      await store.putEvaluation({ connection: 'c', versions: [version(2), version(1)], looks: [look] });
      const ended = version(1, { lastSeenMs: startMs + 9, isEnabled: false });
      const lasting = { ...look, lastMs: 8 };
      await store.putEvaluation({ connection: 'c', versions: [ended], looks: [lasting] });
      expect(await store.scheduleVersions('c')).toEqual([ended, version(2)]);
      expect(await store.scheduleVersions('d')).toEqual([]);
      expect(await store.looks('c', 8)).toEqual([lasting]);
      expect(await store.looks('c', 9)).toEqual([]);
    });

    test('runs of an item are those that protect it, and changes of jobs say which items they are of', async () => {
      const store = await open();
      const target = { type: 'vm' as const, id: 'V1', name: 'Web' };
      const plan = { id: 'P1', name: 'Daily', nextRunAt: null };
      const from = (await store.changedLinks('c', null, 10)).next;
      const empty = { problem: true, anomalies: ['nothing-protected' as const] };
      await store.putJobs([
        reading('c', 'old', { target, plan, startedAt: at(1), endedAt: at(2) }),
        reading('c', 'empty', { target, plan, startedAt: at(3), endedAt: at(4), ...empty }),
        reading('c', 'restore', { target, plan, kind: 'restore', startedAt: at(5) }),
        reading('c', 'open', { target, plan, status: 'running', startedAt: at(6), trigger: 'manual' }),
        reading('d', 'elsewhere', { target, plan, startedAt: at(7) }),
      ]);
      const item = makeItem('c', 'v1', { name: 'Web' });
      const observed = { key: ['v1'], thing: item, raw: null, tie: {}, observedAt: at(9), number: numberAt(at(9)) };
      await store.putThings('item', [observed]);
      const request = { kind: 'item' as const, ids: [item.id], fromMs: Date.parse(at(2)), most: 10 };
      const run = { kind: 'backup', planId: 'p1', trigger: 'unknown' };
      const found = (await store.subjectRuns(request)).get(item.id);
      expect(found).toMatchObject([
        { ...run, id: toJobId('c', ['empty']), status: 'succeeded', madeNothing: true },
        { ...run, id: toJobId('c', ['open']), status: 'running', madeNothing: false, trigger: 'manual' },
      ]);
      expect((await store.subjectRuns({ ...request, most: 1 })).get(item.id)).toHaveLength(1);
      const changed = await store.changedLinks('c', from, 2);
      expect(changed).toMatchObject({ more: true, isWhole: true });
      expect(changed.links).toEqual(
        Array.from({ length: 2 }, () => ({ planId: 'p1', planName: 'daily', targetId: 'v1', targetName: 'web' })),
      );
      const rest = await store.changedLinks('c', changed.next, 10);
      expect(rest).toMatchObject({ more: false, isWhole: true });
      expect(rest.links).toHaveLength(2);
      expect((await store.changedLinks('c', rest.next, 10)).links).toEqual([]);
    });
  });
}
