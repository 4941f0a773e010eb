import { describe, expect, test } from 'vitest';
import { at } from '../testing/make-subject.ts';
import { type Acknowledgement, type FindingCause, findingIdOf } from './finding.ts';
import { ended, factsOf, part, type WatchedFacts, watchFindings } from './testing/watch-findings.ts';

const [bad, good] = [ended('failed'), ended('succeeded')];
const gone = factsOf({ life: { retiredMs: 0 } });

const acknowledged = (from: string, until: string | null, cause: FindingCause = 'failed'): WatchedFacts => ({
  acknowledgements: [
    {
      findingId: findingIdOf(cause, 's'),
      by: 'ann',
      why: 'disk ordered',
      atMs: at(from),
      untilMs: until === null ? null : at(until),
    } satisfies Acknowledgement & { findingId: string },
  ],
});
const silenced = (from: string, until: string, subjectId: string | null = null): WatchedFacts => ({
  silences: [{ subjectId, cause: null, by: 'ann', why: 'new racks', fromMs: at(from), untilMs: at(until) }],
});

describe('an acknowledgement', () => {
  test('says by whom, why and until when, and ends when it said', () => {
    const watch = watchFindings();
    const acknowledgement = acknowledged('3 11:00', '4 11:00');
    watch.turn('3 10:00', bad);
    expect(watch.turn('3 11:00', bad, acknowledgement)).toEqual(['failed acknowledged']);
    expect(watch.findings()).toMatchObject([
      { state: 'acknowledged', acknowledgement: { by: 'ann', why: 'disk ordered' } },
    ]);
    expect(watch.turn('4 10:59', bad, acknowledgement)).toEqual([]);
    expect(watch.turn('4 11:00', bad, acknowledgement)).toEqual(['failed acknowledgement-ended']);
    expect(watch.findings()).toMatchObject([{ state: 'open', acknowledgement: null }]);
  });

  test('resolves nothing that is true, and its recovery is announced', () => {
    const watch = watchFindings();
    watch.turn('3 10:00', bad);
    watch.turn('3 11:00', bad, acknowledged('3 11:00', null));
    expect(watch.open()).toEqual(['failed']);
    expect(watch.turn('3 12:00', good, acknowledged('3 11:00', null))).toEqual(['failed resolved']);
  });

  test('does not outlive its episode', () => {
    const watch = watchFindings();
    const acknowledgement = acknowledged('3 11:00', null);
    watch.turn('3 10:00', bad);
    watch.turn('3 12:00', good, acknowledgement);
    expect(watch.turn('5 12:00', bad, acknowledgement)).toEqual(['failed opened']);
  });

  test('survives flapping, and keeps it quiet', () => {
    const watch = watchFindings();
    const acknowledgement = acknowledged('3 11:00', null);
    watch.turn('3 10:00', bad);
    watch.turn('3 11:00', bad, acknowledgement);
    watch.turn('3 12:00', good, acknowledgement);
    expect(watch.turn('3 13:00', bad, acknowledgement)).toEqual(['(failed reopened)', '(failed acknowledged)']);
    expect(watch.turn('3 14:00', good, acknowledgement)).toEqual(['(failed resolved)', '(failed flapping)']);
    expect(watch.turn('3 15:00', bad, acknowledgement)).toEqual(['(failed reopened)', '(failed acknowledged)']);
  });

  test('may end while the finding is true, which then flaps, and then is retired', () => {
    const watch = watchFindings();
    const acknowledgement = acknowledged('3 10:30', '3 11:00');
    watch.turn('3 10:00', bad);
    expect(watch.turn('3 10:30', bad, acknowledgement)).toEqual(['failed acknowledged']);
    expect(watch.turn('3 11:00', bad, acknowledgement)).toEqual(['failed acknowledgement-ended']);
    expect(watch.turn('3 12:00', good, acknowledgement)).toEqual(['failed resolved']);
    expect(watch.turn('3 13:00', bad, acknowledgement)).toEqual(['failed reopened']);
    expect(watch.turn('3 14:00', good, acknowledgement)).toEqual(['(failed resolved)', 'failed flapping']);
    expect(watch.turn('3 15:00', bad, acknowledgement)).toEqual(['(failed reopened)']);
    expect(watch.turn('3 16:00', gone, acknowledgement)).toEqual(['failed retired']);
    expect(watch.findings()).toMatchObject([{ state: 'retired', isFlapping: false }]);
  });
});

describe('four turns in 24 hours', () => {
  const flap = () => {
    const watch = watchFindings();
    watch.turn('3 10:00', bad);
    watch.turn('3 11:00', good);
    watch.turn('3 12:00', bad);
    return watch;
  };

  test('are flapping: one message, and no other while it lasts', () => {
    const watch = flap();
    expect(watch.turn('3 13:00', good)).toEqual(['(failed resolved)', 'failed flapping']);
    expect(watch.turn('3 14:00', bad)).toEqual(['(failed reopened)']);
    expect(watch.turn('3 15:00', good)).toEqual(['(failed resolved)']);
  });

  test('are over when fewer lie within 24 hours, which is said', () => {
    const watch = flap();
    watch.turn('3 13:00', good);
    watch.turn('3 14:00', bad);
    expect(watch.turn('4 10:59', bad)).toEqual([]);
    expect(watch.turn('4 11:00', bad)).toEqual(['failed flapping-ended']);
    expect(watch.turn('4 13:00', good)).toEqual(['failed resolved']);
  });

  test('that were announced are announced as over, also in a silence that began meanwhile', () => {
    const watch = flap();
    expect(watch.turn('3 13:00', good)).toContain('failed flapping');
    const later = silenced('3 14:00', '9 00:00');
    expect(watch.turn('4 14:00', good, later)).toEqual(['failed flapping-ended']);
    expect(watch.findings()).toMatchObject([{ state: 'resolved', isAnnounced: false }]);
  });

  test('are none when they lie further apart', () => {
    const watch = flap();
    expect(watch.turn('4 10:00', good)).toEqual(['failed resolved']);
  });
});

describe('a silence', () => {
  test('keeps what opens in it, and it is announced once when it is still true afterwards', () => {
    const watch = watchFindings();
    const night = silenced('2 20:00', '3 06:00');
    expect(watch.turn('3 01:00', bad, night)).toEqual(['(failed opened)']);
    expect(watch.findings()).toMatchObject([{ state: 'open', silence: { by: 'ann', why: 'new racks' } }]);
    expect(watch.turn('3 06:00', bad, night)).toEqual(['failed announced']);
    expect(watch.turn('3 07:00', bad, night)).toEqual([]);
  });

  test('that hid a finding hides its recovery', () => {
    const watch = watchFindings();
    const night = silenced('2 20:00', '3 06:00');
    watch.turn('3 01:00', bad, night);
    expect(watch.turn('3 05:00', good, night)).toEqual(['(failed resolved)']);
  });

  test('that begins after the alarm and ends before the recovery announces nothing again', () => {
    const watch = watchFindings();
    const night = silenced('3 02:00', '3 06:00');
    expect(watch.turn('3 01:00', bad, night)).toEqual(['failed opened']);
    expect(watch.turn('3 03:00', bad, night)).toEqual([]);
    expect(watch.turn('3 06:30', bad, night)).toEqual([]);
    expect(watch.turn('3 08:00', good, night)).toEqual(['failed resolved']);
  });

  test('does not keep the recovery of an alarm that was announced', () => {
    const watch = watchFindings();
    const night = silenced('3 02:00', '3 06:00');
    watch.turn('3 01:00', bad, night);
    expect(watch.turn('3 03:00', good, night)).toEqual(['failed resolved']);
  });

  test('of one item leaves the others alone', () => {
    const changes = watchFindings().turn('3 01:00', [bad, ended('failed', 'b')], silenced('3 00:00', '9 00:00', 's'));
    expect(changes).toEqual(['(failed opened)', 'failed opened']);
  });

  test('of a connection holds for the finding that it is blind', () => {
    const parts = [part({ blindSinceMs: at('3 00:00') })];
    expect(watchFindings().turn('3 01:00', [], { ...silenced('3 00:00', '3 06:00'), parts })).toEqual([
      '(source-blind opened)',
    ]);
  });
});
