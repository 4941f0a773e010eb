import { describe, expect, test } from 'vitest';
import { at, hourMs, run } from '../testing/make-subject.ts';
import { factsOf, part, scheduled, watchFindings } from './testing/watch-findings.ts';

type Subjects = Parameters<ReturnType<typeof watchFindings>['turn']>[1];
const dayMs = 24 * hourMs;

/** What is true at first lists. */
function openAt(now: string, subjects: Subjects, more = {}): readonly string[] {
  const watch = watchFindings();
  watch.turn(now, subjects, more);
  return watch.open();
}

describe('runs', () => {
  test('that failed are one finding, which is called otherwise from three in a row on', () => {
    const nights = (...days: string[]) => days.map((day) => run(`${day} 22:00`, 'failed'));
    expect(openAt('4 10:00', scheduled('4 10:00', nights('2', '3')))).toEqual(['failed']);
    expect(openAt('5 10:00', scheduled('5 10:00', nights('2', '3', '4')))).toEqual(['failed-repeatedly']);
  });

  test('that are missed and fail in turn are one streak and two findings until a good run ends both', () => {
    const runs = [run('2 22:00', 'failed'), run('4 22:00', 'failed')];
    expect(openAt('5 10:00', scheduled('5 10:00', runs))).toEqual(['failed-repeatedly', 'missed']);
    expect(openAt('6 10:00', scheduled('6 10:00', [...runs, run('5 22:00')]))).toEqual([]);
  });

  test('that were cancelled are no finding', () => {
    expect(openAt('3 10:00', scheduled('3 10:00', [run('2 22:00', 'cancelled')]))).toEqual([]);
  });

  test('with warnings only for ten days are no finding', () => {
    const runs = Array.from({ length: 10 }, (_, day) => run(`${day + 2} 22:00`, 'warning'));
    expect(openAt('12 10:00', scheduled('12 10:00', runs))).toEqual([]);
  });

  test('without a schedule keep the streak of their own', () => {
    const runs = ['2 22:00', '3 07:00', '3 19:00'].map((start) => run(start, 'failed'));
    expect(openAt('4 10:00', factsOf({ runs }))).toEqual(['failed-repeatedly']);
    expect(openAt('4 10:00', factsOf({ runs: [...runs, run('4 03:00')] }))).toEqual([]);
  });

  test('over nothing are a finding, however well they ended', () => {
    const runs = [run('2 22:00', 'succeeded', { madeNothing: true })];
    expect(openAt('3 10:00', scheduled('3 10:00', runs))).toEqual(['nothing-protected']);
    expect(openAt('3 10:00', factsOf({ runs }))).toEqual(['nothing-protected']);
  });

  test('that failed are not made good by a good snapshot', () => {
    const [backup] = scheduled('3 10:00', [run('2 22:00', 'failed')]).occurrences;
    if (backup === undefined) throw new Error('nothing is due');
    const due = { ...backup.due, track: 'snapshot', dueMs: at('3 04:00') } as const;
    const snapshot = { ...backup, due, state: 'met' } as const;
    expect(openAt('3 10:00', factsOf({ occurrences: [backup, snapshot] }))).toEqual(['failed']);
  });

  test('of a track of which nothing is ever known do not keep those of another from being good', () => {
    const [backup] = scheduled('3 10:00', [run('2 22:00')]).occurrences;
    if (backup === undefined) throw new Error('nothing is due');
    const log = {
      ...backup,
      due: { ...backup.due, track: 'log' },
      state: 'unknown',
      reason: 'not-observable',
    } as const;
    const watch = watchFindings();
    watch.turn('3 01:00', scheduled('3 01:00', [run('2 22:00', 'failed')]));
    expect(watch.turn('3 10:00', factsOf({ occurrences: [backup, log] }))).toEqual(['failed resolved']);
  });

  test('that take much longer than usual are overrunning', () => {
    const usual = Array.from({ length: 6 }, (_, day) => run(`${day + 2} 22:00`));
    const runs = [...usual, run('8 22:00', 'running')];
    expect(openAt('8 22:50', scheduled('8 22:50', runs))).toEqual([]);
    expect(openAt('9 02:00', scheduled('9 02:00', runs))).toEqual(['overrunning']);
  });
});

describe('age', () => {
  const aged = (age: object, life: object = {}) => factsOf({ age: { objectiveMs: dayMs, ...age }, life });

  test('beyond the objective is a breach, up to it is none', () => {
    expect(openAt('2 22:00', aged({}))).toEqual([]);
    expect(openAt('2 22:01', aged({}))).toEqual(['objective-breached']);
  });

  test('is at risk when the next run is expected to end too late, and is replaced by the breach', () => {
    const watch = watchFindings();
    const age = { nextEndMs: at('2 23:00') };
    expect(watch.turn('2 10:00', aged(age))).toEqual(['objective-at-risk opened']);
    expect(watch.turn('2 22:30', aged(age))).toEqual(['objective-breached opened', 'objective-at-risk retired']);
  });

  test('without an objective is no finding', () => {
    expect(openAt('30 10:00', factsOf())).toEqual([]);
  });

  test('of data that no history shows is at least as great as the history is long', () => {
    const unseen = { dataAsOfMs: null, historyFromMs: at('1 00:00') };
    expect(openAt('1 23:00', aged(unseen))).toEqual([]);
    expect(openAt('2 00:01', aged(unseen))).toEqual(['objective-breached']);
  });
});

describe('a new item', () => {
  const age = { dataAsOfMs: null, objectiveMs: 2 * dayMs, historyFromMs: 0 };
  const life = { sinceMs: at('2 13:00') };
  const facts = (now: string) => scheduled(now, [], { age, life });

  test('in mid-day is in no finding before its first run is due', () => {
    expect(openAt('2 21:00', facts('2 21:00'))).toEqual([]);
    expect(openAt('2 22:30', facts('2 22:30'))).toEqual([]);
  });

  test('was never backed up when its first run did not come: one finding', () => {
    expect(openAt('3 10:00', facts('3 10:00'))).toEqual(['never-backed-up']);
    expect(openAt('9 10:00', facts('9 10:00'))).toEqual(['never-backed-up']);
  });

  test('is only missed where its life before the history is not known', () => {
    const older = scheduled('3 10:00', [], { age: { ...age, historyFromMs: at('2 14:00') }, life });
    expect(openAt('3 10:00', older)).toEqual(['missed']);
  });
});

describe('a blind source', () => {
  const blind = { parts: [part({ blindSinceMs: at('2 21:00') })] };
  const age = { objectiveMs: dayMs };

  test('stands for all that was not seen under it', () => {
    const subjects = ['a', 'b'].map((id) => scheduled('4 10:00', [], { id, age }));
    expect(openAt('4 10:00', subjects, blind)).toEqual(['source-blind']);
  });

  test('hides no failure that it showed', () => {
    expect(openAt('3 10:00', scheduled('3 10:00', [run('2 22:00', 'failed')]), blind)).toEqual([
      'source-blind',
      'failed',
    ]);
  });

  test('leaves the findings of the other vaults alone', () => {
    const parts = [part(), part({ id: 'other', blindSinceMs: at('2 21:00') })];
    const subjects = [scheduled('3 10:00', [], { id: 'a' }), scheduled('3 10:00', [], { id: 'b', partId: 'other' })];
    const watch = watchFindings();
    watch.turn('3 10:00', subjects, { parts });
    expect(watch.findings().map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
      ['source-blind', 'other'],
      ['missed', 'a'],
    ]);
  });

  test('is one finding where a whole connection is blind, not one for each vault', () => {
    const parts = [
      part({ id: 'connection', blindSinceMs: at('2 21:00') }),
      part({ withinId: 'connection' }),
      part({ id: 'other', withinId: 'connection', blindSinceMs: at('2 21:00') }),
    ];
    const watch = watchFindings();
    watch.turn('4 10:00', scheduled('4 10:00', [], { age }), { parts });
    expect(watch.findings().map(({ kind, subjectId }) => [kind, subjectId])).toEqual([['source-blind', 'connection']]);
  });

  test('resolves nothing that was open before, and when lists returns what is over is not announced', () => {
    const watch = watchFindings();
    expect(watch.turn('3 10:00', scheduled('3 10:00', []))).toEqual(['missed opened']);
    expect(watch.turn('4 10:00', scheduled('4 10:00', []), blind)).toEqual(['source-blind opened']);
    expect(watch.turn('5 10:00', scheduled('5 10:00', [run('4 22:00')]))).toEqual([
      'source-blind resolved',
      'missed resolved',
    ]);
  });
});

describe('the life of a subject', () => {
  test('a plan that is switched off is one finding after seven days, and its runs are none', () => {
    const off = (now: string) =>
      scheduled(now, [run('2 22:00', 'failed')], { life: { disabledSinceMs: at('3 12:00') } });
    const watch = watchFindings();
    expect(watch.turn('3 10:00', scheduled('3 10:00', [run('2 22:00', 'failed')]))).toEqual(['failed opened']);
    expect(watch.turn('4 10:00', off('4 10:00'))).toEqual(['failed retired']);
    expect(watch.turn('10 11:59', off('10 11:59'))).toEqual([]);
    expect(watch.turn('10 12:00', off('10 12:00'))).toEqual(['disabled-too-long opened']);
  });

  test('a plan that is switched on again brings no flood of past misses', () => {
    const life = { activeSinceMs: at('10 12:00') };
    expect(openAt('10 13:00', scheduled('10 13:00', [], { life }))).toEqual([]);
    expect(openAt('11 10:00', scheduled('11 10:00', [], { life }))).toEqual(['missed']);
  });

  test('what is removed closes its findings as retired, never as good', () => {
    const watch = watchFindings();
    const age = { objectiveMs: dayMs };
    watch.turn('3 10:00', scheduled('3 10:00', [run('2 22:00', 'failed')], { age }));
    expect(watch.open()).toEqual(['failed', 'objective-breached']);
    const life = { retiredMs: at('3 12:00') };
    expect(watch.turn('3 12:00', scheduled('3 12:00', [], { age, life }))).toEqual([
      'failed retired',
      'objective-breached retired',
    ]);
    expect(watch.open()).toEqual([]);
  });

  test('what is undeleted begins anew, and what it missed while it was gone is no finding', () => {
    const watch = watchFindings();
    const failed = [run('2 22:00', 'failed')];
    watch.turn('3 10:00', scheduled('3 10:00', failed));
    watch.turn('3 12:00', scheduled('3 12:00', failed, { life: { retiredMs: at('3 12:00') } }));
    const life = { activeSinceMs: at('6 12:00') };
    expect(watch.turn('6 13:00', scheduled('6 13:00', failed, { life }))).toEqual([]);
    expect(watch.turn('7 10:00', scheduled('7 10:00', failed, { life }))).toEqual(['missed opened']);
  });

  test('what the vendor calls unprotected is a finding until it is protected', () => {
    const watch = watchFindings();
    expect(watch.turn('3 10:00', factsOf({ life: { unprotectedSinceMs: at('1 00:00') } }))).toEqual([
      'unprotected opened',
    ]);
    expect(watch.findings()[0]?.sinceMs).toBe(at('1 00:00'));
    expect(watch.turn('3 11:00', factsOf())).toEqual(['unprotected resolved']);
  });

  test('a vault that is removed retires the finding that it is blind', () => {
    const watch = watchFindings();
    watch.turn('3 10:00', [], { parts: [part({ blindSinceMs: at('2 21:00') })] });
    expect(watch.turn('3 11:00', [], { parts: [part({ retiredMs: at('3 11:00') })] })).toEqual([
      'source-blind retired',
    ]);
  });
});
