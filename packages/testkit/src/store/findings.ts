import type { FindingsRequest, StoredFinding, StoredOverride } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import { all, subject } from './insight.ts';
import type { OpenStore } from './open-store.ts';
import { at } from './readings.ts';

const hourMs = 3_600_000;
const startMs = Date.parse(at(0));

const finding = (id: string, more: Partial<StoredFinding> = {}): StoredFinding => ({
  id,
  connection: 'c',
  subject: 'id of Web',
  kind: 'missed',
  severity: 'critical',
  state: 'open',
  turnedMs: startMs,
  revision: 1,
  document: { id },
  ...more,
});

const override = (id: string, more: Partial<StoredOverride> = {}): StoredOverride => ({
  id,
  connection: 'c',
  kind: 'mute',
  subject: 'id of Web',
  finding: null,
  by: 'ann',
  why: 'planned',
  createdMs: startMs,
  fromMs: startMs,
  untilMs: startMs + hourMs,
  ...more,
});

const findings = (more: Partial<FindingsRequest> = {}): FindingsRequest => ({
  ...all,
  sinceMs: null,
  after: null,
  limit: 100,
  ...more,
});

export function describeFindings(open: OpenStore): void {
  describe('findings', () => {
    test('a finding of a lower revision changes nothing, and a change is stored once', async () => {
      const store = await open();
      const change = { finding: 'f', revision: 1, connection: 'c', atMs: startMs, document: { kind: 'opened' } };
      await store.putEvaluation({ connection: 'c', findings: [finding('f', { revision: 2 })], changes: [change] });
      const late = { ...change, document: { kind: 'again' } };
      await store.putEvaluation({ connection: 'c', findings: [finding('f', { state: 'resolved' })], changes: [late] });
      expect(await store.getFinding('f')).toEqual(finding('f', { revision: 2 }));
      expect(await store.findingChanges('f')).toEqual([change]);
      expect(await store.getFinding('g')).toBeNull();
    });

    test('findings are listed with the critical ones first and then the newest, and are found by what they are about', async () => {
      const store = await open();
      const [old, young] = [finding('old'), finding('young', { turnedMs: startMs + 1 })];
      const mild = finding('mild', {
        severity: 'warning',
        kind: 'failed',
        turnedMs: startMs + 9,
        subject: 'id of mail',
      });
      const over = finding('over', { state: 'resolved', connection: 'd' });
      const subjects = [subject('Web'), subject('mail')];
      await store.putEvaluation({ connection: 'c', subjects, findings: [old, young, mild, over] });
      const ids = async (more: Partial<FindingsRequest>) =>
        (await store.listFindings(findings(more))).map(({ id }) => id);
      expect(await ids({ states: ['open'] })).toEqual(['young', 'old', 'mild']);
      const after = { severity: 'critical' as const, turnedMs: startMs, id: 'old' };
      expect(await ids({ after })).toEqual(['over', 'mild']);
      expect(await ids({ kinds: ['failed'] })).toEqual(['mild']);
      expect(await ids({ severities: ['warning'], connections: ['c'] })).toEqual(['mild']);
      expect(await ids({ subjects: ['MAIL'] })).toEqual(['mild']);
      expect(await ids({ among: ['id of Web'], connections: ['c'] })).toEqual(['young', 'old']);
      expect(await ids({ sinceMs: startMs + 1 })).toEqual(['young', 'mild']);
      expect((await store.findingsOf('c', ['id of mail'])).map(({ id }) => id)).toEqual(['mild']);
      const counts = await store.countFindings({ connections: ['c'], states: ['open'] });
      expect(counts).toEqual(
        new Map([
          ['missed', 2],
          ['failed', 1],
        ]),
      );
    });

    test('without its lease nothing of an evaluation is stored', async () => {
      const store = await open();
      const lease = { name: 'judge:c', owner: 'nobody' };
      const write = { connection: 'c', subjects: [subject('Web')], findings: [finding('f')] };
      await expect(store.putEvaluation(write, lease)).rejects.toMatchObject({ code: 'lease-lost' });
      expect(await store.subjects(all)).toEqual([]);
      expect(await store.getFinding('f')).toBeNull();
    });

    test('what an operator says holds until its end, and lets its subject be evaluated at once', async () => {
      const store = await open();
      await store.putEvaluation({ connection: 'c', subjects: [subject('Web')] });
      const [first, second] = [override('o1'), override('o2', { createdMs: startMs + 1, untilMs: null })];
      await store.putOverride(second);
      await store.putOverride(first);
      expect(await store.nextEvaluationMs('c')).toBe(0);
      expect(await store.overrides(['c'], startMs)).toEqual([first, second]);
      expect(await store.overrides(null, startMs + hourMs)).toEqual([second]);
      expect(await store.overrides(['d'], startMs)).toEqual([]);
      expect(await store.overrides(null, startMs, ['other'])).toEqual([]);
    });
  });
}
