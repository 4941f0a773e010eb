import { CrossvaultError } from '@crossvault/core';
import { hostileLinks } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { linkCases, readWith } from './linking-vendors.ts';

const cases = linkCases.flatMap((place) =>
  hostileLinks(place.own).map(([form, link]) => ({ ...place, form, link, named: `${place.vendor}, ${place.place}` })),
);

test('there are enough links, vendors and forms to mean something', () => {
  expect(new Set(cases.map(({ vendor }) => vendor)).size).toBe(4);
  expect(cases.length).toBeGreaterThan(240);
});

test.each(cases)('$named: no request leaves for $form', async (given) => {
  const quiet = await readWith(given, null);
  const { requests, said } = await readWith(given, given.link);
  const known = new Set([
    ...quiet.requests.map(({ pathname }) => pathname),
    '/api/v3/asyncActions/1-2-3',
    '/api/v3/asyncActions/1-2-3/result',
  ]);
  for (const request of requests) {
    expect(request.origin).toBe(new URL(given.own).origin);
    expect([request.username, request.password]).toEqual(['', '']);
    expect(known).toContain(request.pathname);
  }
  if (given.isFollowed) expect(tellOf(said)).toMatch(/link-refused|no redirects/);
});

/** What a caller gets: the warnings of a list, or the error that ended it. */
function tellOf(said: unknown): string {
  if (CrossvaultError.isInstance(said)) return `${said.code}: ${said.message}`;
  return JSON.stringify(said) ?? '';
}
