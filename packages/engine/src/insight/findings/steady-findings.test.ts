import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { at, hourMs } from '../testing/make-subject.ts';
import { isTrue } from './finding.ts';
import { ended, factsOf, watchFindings } from './testing/watch-findings.ts';

const subjects = {
  bad: ended('failed'),
  good: ended('succeeded'),
  gone: factsOf({ life: { retiredMs: 0 } }),
  unknown: factsOf(),
};
const step = fc.record({
  hours: fc.integer({ min: 1, max: 14 }),
  facts: fc.constantFrom<keyof typeof subjects>('bad', 'good', 'bad', 'good', 'gone', 'unknown'),
  isSilent: fc.boolean(),
});
const steps = fc.array(step, { minLength: 1, maxLength: 30 });
const textOf = (ms: number): string =>
  `${new Date(ms).toISOString().slice(8, 10)} ${new Date(ms).toISOString().slice(11, 16)}`;
const silence = { subjectId: null, cause: null, by: 'ann', why: 'new racks', fromMs: 0, untilMs: at('31 00:00') };

property.prop([steps])(
  'whatever happens, an evaluation that is repeated changes nothing, and changes are numbered',
  (taken) => {
    const watch = watchFindings();
    let nowMs = at('2 10:00');
    for (const { hours, facts, isSilent } of taken) {
      nowMs += hours * hourMs;
      const more = { silences: isSilent ? [silence] : [] };
      watch.turn(textOf(nowMs), subjects[facts], more);
      expect(watch.turn(textOf(nowMs), subjects[facts], more)).toEqual([]);
    }
    expect(watch.changes().map(({ revision }) => revision)).toEqual(watch.changes().map((_, index) => index + 1));
  },
);

property.prop([steps])('whatever happens, what was announced last is what is true a quiet day later', (taken) => {
  const watch = watchFindings();
  let nowMs = at('2 10:00');
  for (const { hours, facts, isSilent } of taken) {
    nowMs += hours * hourMs;
    watch.turn(textOf(nowMs), subjects[facts], { silences: isSilent ? [silence] : [] });
  }
  watch.turn(textOf(nowMs + 25 * hourMs), subjects.unknown);
  const [finding] = watch.findings();
  if (finding === undefined) return;
  const last = watch.changes().findLast(({ isAnnounced }) => isAnnounced)?.kind;
  const endings = ['resolved', 'retired', 'flapping-ended', undefined];
  const openings = ['opened', 'reopened', 'announced', 'flapping-ended'];
  expect(isTrue(finding) ? openings : endings).toContain(last);
  expect(finding.isAnnounced).toBe(isTrue(finding));
});
