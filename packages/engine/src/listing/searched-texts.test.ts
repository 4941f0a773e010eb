import { holdToken } from '@crossvault/core';
import { knownSecretsCost } from '@crossvault/core/internal';
import { jobTextVersion, writeJobText } from '@crossvault/core/store';
import { makeJob } from '@crossvault/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { createSearchedTexts, toSentText } from './searched-texts.ts';

const token = 'a-token-that-was-handed-out-late';
const job = { ...makeJob('late', '1'), details: { note: `said ${token}` } };
const stored = { id: job.id, connection: 'late', text: writeJobText(job), textVersion: jobTextVersion };
const tenants = new Map<string, string>();
const hold = (connection: string): void => onTestFinished(holdToken(token, connection));

test('a text is sent as it is stored', () => {
  const { document } = stored.text;
  expect(toSentText({ searched: createSearchedTexts(), tenants }, { ...stored, text: { document, tasks: null } })).toBe(
    document,
  );
});

test('a secret that became known after the text was written does not leave', () => {
  const searched = createSearchedTexts();
  expect(toSentText({ searched, tenants }, stored)).toContain(token);
  hold('late');
  expect(JSON.parse(toSentText({ searched, tenants }, stored))).toMatchObject({
    id: job.id,
    details: { note: 'said [redacted]' },
  });
});

test('a secret of another connection is not looked for', () => {
  const searched = createSearchedTexts();
  hold('other');
  expect(toSentText({ searched, tenants }, stored)).toContain(token);
});

test('a text is searched once for the secrets that are known', () => {
  hold('other');
  const searched = createSearchedTexts();
  searched.holdsSecret('id', 'late', 'a text');
  const { steps } = knownSecretsCost();
  searched.holdsSecret('id', 'late', 'a text');
  expect(knownSecretsCost().steps).toBe(steps);
  searched.holdsSecret('id', 'late', 'another text');
  expect(knownSecretsCost().steps).toBeGreaterThan(steps);
});

test('a text of an earlier version is redacted and written again', () => {
  const { tasks, ...fields } = { ...job, details: { note: 'password=hunter2hunter2' } };
  const text = { document: JSON.stringify(fields), tasks: JSON.stringify(tasks) };
  const sent = toSentText({ searched: createSearchedTexts(), tenants }, { ...stored, text, textVersion: 0 });
  expect(JSON.parse(sent)).toMatchObject({
    details: { note: 'password=[redacted]' },
    links: { self: `/v1/jobs/${job.id}` },
  });
});

test('a joined page is searched once for the secrets of all connections', () => {
  hold('other');
  const searched = createSearchedTexts();
  expect([searched.pageHoldsSecret('a page'), searched.pageHoldsSecret(`a page that says ${token}`)]).toEqual([
    false,
    true,
  ]);
  const { steps } = knownSecretsCost();
  expect(searched.pageHoldsSecret('a page')).toBe(false);
  expect(knownSecretsCost().steps).toBe(steps);
  searched.pageHoldsSecret('another page');
  expect(knownSecretsCost().steps).toBeGreaterThan(steps);
});

test('a joined page is searched again for a secret that became known after it was searched', () => {
  const searched = createSearchedTexts();
  const page = `a page that says ${token}`;
  expect(searched.pageHoldsSecret(page)).toBe(false);
  hold('late');
  expect(searched.pageHoldsSecret(page)).toBe(true);
});
