import { expect, test } from 'vitest';
import { createFaultPlan, type RandomInput } from './fault-plan.ts';

const page = (list: string, number: number) => ({ method: 'GET', path: `/${list}?page=${number}`, list: `/${list}` });
const other = { method: 'POST', path: '/token', list: null };

const kindsOf = (plan: ReturnType<typeof createFaultPlan>, asked: readonly Parameters<typeof plan.next>[0][]) =>
  asked.map((request) => plan.next(request)?.kind ?? null);

test('a script counts every list by itself, and does its fault once', () => {
  const plan = createFaultPlan();
  plan.script([{ on: { list: true, nth: 3 }, fault: { kind: 'hang' } }]);
  const asked = [page('a', 1), page('b', 1), other, page('a', 2), page('b', 2), page('b', 3), page('a', 3)];
  expect(kindsOf(plan, asked)).toEqual([null, null, null, null, null, 'hang', null]);
});

test('a script selects by method, by a part of the path or by a pattern, as often as the script says', () => {
  const plan = createFaultPlan();
  plan.script([
    { on: { method: 'post' }, fault: { kind: 'conflict' } },
    { on: { path: 'page=2', times: 2 }, fault: { kind: 'gzip' } },
    { on: { path: /^\/b\?/, times: 'always' }, fault: { kind: 'html' } },
  ]);
  const asked = [other, other, page('a', 2), page('b', 2), page('b', 2), page('b', 2), page('a', 1)];
  expect(kindsOf(plan, asked)).toEqual(['conflict', null, 'gzip', 'gzip', 'html', 'html', null]);
});

test('a schedule has one fault a request, then none', () => {
  const plan = createFaultPlan();
  plan.schedule({ faults: [{ kind: 'html' }, null, { kind: 'gzip' }], on: { list: true } });
  const asked = [page('a', 1), other, page('a', 1), page('a', 1), page('a', 1)];
  expect(kindsOf(plan, asked)).toEqual(['html', null, null, 'gzip', null]);
});

test('the first plan that has a fault for a request is taken, and a cleared plan has none', () => {
  const plan = createFaultPlan();
  plan.schedule({ faults: [null, { kind: 'html' }] });
  plan.script([{ on: { times: 'always' }, fault: { kind: 'gzip' } }]);
  expect(kindsOf(plan, [other, other, other])).toEqual(['gzip', 'html', 'gzip']);
  plan.clear();
  expect(plan.next(other)).toBeNull();
});

const drawn = (random: Partial<RandomInput>, count = 400) => {
  const plan = createFaultPlan();
  plan.random({ seed: 1, probability: 0.5, kinds: ['hang', { kind: 'status', status: 502 }], ...random });
  return kindsOf(
    plan,
    Array.from({ length: count }, (_, index) => page('a', index % 7)),
  );
};

test('the same seed does the same to the same requests, another seed something else', () => {
  expect(drawn({})).toEqual(drawn({}));
  expect(drawn({ seed: 2 })).not.toEqual(drawn({}));
});

test('faults come about as often as their probability says, in all of their kinds', () => {
  const faults = drawn({ probability: 0.2 }).filter((kind) => kind !== null);
  expect(faults.length).toBeGreaterThan(40);
  expect(faults.length).toBeLessThan(130);
  expect(new Set(faults)).toEqual(new Set(['hang', 'status']));
  expect(new Set(drawn({ probability: 0 }))).toEqual(new Set([null]));
});

test('one and the same request fails no more often in a row than it may', () => {
  const plan = createFaultPlan();
  plan.random({ seed: 1, probability: 1, kinds: ['html'], maxConsecutive: 2 });
  expect(kindsOf(plan, [other, page('a', 1), other, other, page('a', 1), other])).toEqual([
    'html',
    'html',
    'html',
    null,
    'html',
    'html',
  ]);
});

test('faults at random can end', () => {
  expect(drawn({ probability: 1, requests: 3 }, 5).map((kind) => kind === null)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});

test.each([
  [{ script: [{ fault: { kind: 'explosion' } }] }, 'the kinds are hang'],
  [{ script: [{ fault: { kind: 'status', status: 200 } }] }, 'script.0.fault.status'],
  [{ random: { seed: 1, probability: 2, kinds: ['hang'] } }, 'random.probability'],
  [{ random: { seed: 1, probability: 1, kinds: [] } }, 'random.kinds'],
  [{ schedule: { faults: ['hang'] } }, 'schedule.faults.0'],
  [{ schedule: { faults: [] }, script: [] }, 'one of script, schedule or random'],
  [{}, 'one of script, schedule or random'],
])('the plan %j is refused with a reason', (asked, reason) => {
  expect(() => createFaultPlan().read(asked)).toThrow(RangeError);
  expect(() => createFaultPlan().read(asked)).toThrow(reason);
});
