import { describe, expect, test } from 'vitest';
import { judgeOccurrences } from '../judge-occurrences.ts';
import { at, hourMs, run, subjectOf, version } from '../testing/make-subject.ts';
import { findingIdOf } from './finding.ts';
import { ended, factsOf, scheduled, type WatchedFacts, watchFindings } from './testing/watch-findings.ts';

const [bad, good] = [ended('failed'), ended('succeeded')];

describe('a finding', () => {
  test('is opened once, however often it is evaluated', () => {
    const watch = watchFindings();
    expect(watch.turn('3 10:00', bad)).toEqual(['failed opened']);
    const before = watch.findings();
    expect(watch.turn('3 10:00', bad)).toEqual([]);
    expect(watch.turn('5 10:00', bad)).toEqual([]);
    expect(watch.findings()).toEqual(before);
  });

  test('has an id that follows from its cause and its subject, also when it grows and opens anew', () => {
    const watch = watchFindings();
    watch.turn('3 10:00', bad);
    const nights = ['2 22:00', '3 22:00', '4 22:00'].map((start) => run(start, 'failed'));
    expect(watch.turn('5 10:00', factsOf({ runs: nights }))).toEqual(['failed-repeatedly grew']);
    watch.turn('5 11:00', good);
    expect(watch.turn('9 10:00', bad)).toEqual(['failed opened']);
    expect(watch.findings().map(({ id, kind }) => [id, kind])).toEqual([[findingIdOf('failed', 's'), 'failed']]);
  });

  test('numbers its changes, so that each is recorded once', () => {
    const watch = watchFindings();
    watch.turn('3 10:00', bad);
    watch.turn('3 11:00', good);
    watch.turn('3 12:00', bad);
    expect(watch.changes().map(({ revision, kind }) => [revision, kind])).toEqual([
      [1, 'opened'],
      [2, 'resolved'],
      [3, 'reopened'],
    ]);
  });

  test('is resolved by itself when its cause is gone, and reopened when it is back within 24 hours', () => {
    const watch = watchFindings();
    watch.turn('3 10:00', bad);
    expect(watch.turn('3 12:00', good)).toEqual(['failed resolved']);
    expect(watch.turn('4 11:59', bad)).toEqual(['failed reopened']);
    expect(watch.findings()[0]?.openedMs).toBe(at('3 10:00'));
  });

  test('is opened anew after 24 hours', () => {
    const watch = watchFindings();
    watch.turn('3 10:00', bad);
    watch.turn('3 12:00', good);
    expect(watch.turn('4 12:00', bad)).toEqual(['failed opened']);
    expect(watch.findings()[0]?.openedMs).toBe(at('4 12:00'));
  });

  test('stays as it is where its subject is not evaluated', () => {
    const watch = watchFindings();
    watch.turn('3 10:00', [bad, ended('failed', 'other')]);
    expect(watch.turn('3 12:00', good)).toEqual(['failed resolved']);
    expect(watch.open()).toEqual(['failed']);
  });

  test('that a run was missed is resolved when it comes late', () => {
    const watch = watchFindings();
    expect(watch.turn('3 01:00', scheduled('3 01:00', []))).toEqual(['missed opened']);
    expect(watch.turn('3 03:00', scheduled('3 03:00', [run('3 02:00')]))).toEqual(['missed resolved']);
  });

  test('is resolved by a good run by hand', () => {
    const watch = watchFindings();
    const age = { objectiveMs: 24 * hourMs };
    const runs = [run('2 22:00', 'failed'), run('3 08:00', 'succeeded', { trigger: 'manual' })];
    watch.turn('3 01:00', scheduled('3 01:00', runs.slice(0, 1), { age }));
    expect(watch.open()).toEqual(['failed', 'objective-breached']);
    const after = scheduled('3 09:00', runs, { age: { ...age, dataAsOfMs: at('3 08:00') } });
    expect(watch.turn('3 09:00', after)).toEqual(['failed resolved', 'objective-breached resolved']);
    expect(after.occurrences).toMatchObject([{ state: 'failed', isRecovered: true }]);
  });

  test('that a run failed is not resolved while the vendor tries again', () => {
    const watch = watchFindings();
    const first = run('2 22:00', 'failed');
    watch.turn('2 22:15', scheduled('2 22:15', [first]));
    expect(watch.turn('2 22:25', scheduled('2 22:25', [first, run('2 22:20', 'running')]))).toEqual([]);
    expect(watch.turn('2 22:35', scheduled('2 22:35', [first, run('2 22:20')]))).toEqual(['failed resolved']);
  });
});

describe('the first evaluation', () => {
  const first: WatchedFacts = { firstCauses: 'all' };

  test('opens what is true now, marked as initial', () => {
    expect(watchFindings().turn('3 10:00', bad, first)).toEqual(['failed opened initial']);
  });

  test('of 90 days of history says nothing about what is over', () => {
    const dueOf = (daysAgo: number): number => at('1 22:00') - daysAgo * 24 * hourMs;
    const runs = Array.from({ length: 90 }, (_, index) => 89 - index)
      .filter((daysAgo) => daysAgo % 7 !== 3)
      .map((daysAgo) => {
        const startedMs = dueOf(daysAgo);
        return run('1 22:00', daysAgo % 5 === 1 ? 'failed' : 'succeeded', { startedMs, endedMs: startedMs + hourMs });
      });
    const subject = subjectOf({ runs, versions: [version({ firstSeenMs: 0 })] });
    const occurrences = judgeOccurrences(subject, { fromMs: dueOf(89), untilMs: at('2 10:00'), nowMs: at('2 10:00') });
    const states = new Set(occurrences.map(({ state }) => state));
    expect([occurrences.length, states]).toEqual([90, new Set(['met', 'failed', 'missed'])]);
    expect(watchFindings().turn('2 10:00', factsOf({ occurrences, runs }), first)).toEqual([]);
  });

  test('of a new rule marks its findings, and those alone', () => {
    const subject = { ...bad, age: { ...bad.age, objectiveMs: 24 * hourMs } };
    const rule: WatchedFacts = { firstCauses: ['objective-breached'] };
    expect(watchFindings().turn('3 10:00', subject, rule)).toEqual([
      'failed opened',
      'objective-breached opened initial',
    ]);
  });
});
