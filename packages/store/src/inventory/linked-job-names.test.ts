import type { JobLink } from '@crossvault/core';
import type { ObservedThing } from '@crossvault/core/store';
import { makeItem } from '@crossvault/testkit';
import { at, reading } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { linkedJobNames } from './linked-job-names.ts';
import { putThings } from './store-inventory.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const item = (nativeId: string, name: string, tie: JobLink = {}): ObservedThing<'item'> => ({
  key: [nativeId],
  thing: makeItem('c', nativeId, { name }),
  raw: null,
  tie,
  observedAt: at(1),
  number: 1,
});
const put = (...items: readonly ObservedThing<'item'>[]) => putThings(session.db, session.engine, 'item', items);
const jobOf = (nativeId: string, name: string) => reading('c', nativeId, { target: { type: 'vm', id: null, name } });
const namesOf = async ({ thing, tie }: ObservedThing<'item'>) => {
  const row = { id: thing.id, connection: 'c', name: thing.name?.toLowerCase() ?? null, tie_list: tie.list ?? '' };
  return linkedJobNames(session.db, 'item', row, tie, 'target_name');
};

test('jobs of an item are called like it, unless another one is called so too', async () => {
  const [one, two] = [item('1', 'VM'), item('2', 'VM')];
  await put(one);
  expect(await namesOf(one)).toEqual(['vm']);
  await put(two);
  expect(await namesOf(one)).toEqual([]);
});

test('names that the vendor gives are followed without regard to case', async () => {
  const one = item('1', 'VM', { names: ['Web', 'DB'] });
  await put(one);
  expect(await namesOf(one)).toEqual(['web', 'db']);
});

test('a name that a namesake claims is not followed', async () => {
  const one = item('1', 'VM', { names: ['Web', 'DB'] });
  await put(one, item('2', 'VM', { names: ['WEB'] }));
  expect(await namesOf(one)).toEqual(['db']);
});

test('the beginning of a name is followed where one name of the jobs begins so, and only one', async () => {
  const one = item('1', 'VM', { names: [], beginnings: ['web-'] });
  await put(one);
  expect(await namesOf(one)).toEqual([]);
  await session.put([jobOf('1', 'Web-01'), jobOf('2', 'other')]);
  expect(await namesOf(one)).toEqual(['web-01']);
  await session.put([jobOf('3', 'Web-02')]);
  expect(await namesOf(one)).toEqual([]);
});
