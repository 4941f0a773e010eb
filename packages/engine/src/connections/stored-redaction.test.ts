import { toJobId } from '@crossvault/core';
import type { StoredOperation } from '@crossvault/core/store';
import { makeItem, makeOperation } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { redactions, redactLine, redactShown } from './stored-redaction.ts';

const leak = 'password=hunter2';
const [safe, secret] = [toJobId('c', ['j-1']), toJobId('c', [leak])];
const operation = makeOperation('c', 'o-1', {
  target: secret,
  targetName: leak,
  jobs: [
    { id: safe, status: 'failed' },
    { id: secret, status: 'failed' },
  ],
});

test('an operation is shown without secrets, also where they are within one of our ids', () => {
  const shown = redactShown(operation, 'c');
  expect(shown).toMatchObject({
    id: 'o-1',
    target: '[redacted]',
    targetName: 'password=[redacted]',
    jobs: [{ id: safe }],
  });
  expect(redactShown(makeOperation('c', 'o-2', { target: safe }), 'c').target).toBe(safe);
});

test('a line of the audit log keeps a target that is safe, and one that is not there', () => {
  expect(redactLine({ target: safe, detail: { note: leak } }, 'c')).toEqual({
    target: safe,
    detail: { note: 'password=[redacted]' },
  });
  expect(redactLine({ target: secret, detail: {} }, 'c').target).toBe('[redacted]');
  expect(redactLine({ target: null, detail: {} }, 'c').target).toBeNull();
});

test('a stored operation keeps what its connector reads again, without the secrets that are known', () => {
  const stored: StoredOperation = {
    operation,
    intent: {
      action: 'run',
      target: { kind: 'plan', nativeId: 'p', name: leak },
      requestId: 'r',
      at: '',
      facts: { url: 'https://host?sig=abc' },
    },
    phase: 'following',
    phaseAt: '',
    sender: 's',
    tracking: { url: 'https://host?sig=abc' },
    endedJobs: [safe, secret],
    looks: 0,
    failures: 0,
    dueAt: null,
    version: 3,
  };
  const redacted = JSON.parse(redactions.operations(JSON.stringify(stored), 'c') ?? 'null');
  expect(redacted).toMatchObject({
    intent: { target: { name: 'password=[redacted]' }, facts: { url: 'https://host?sig=abc' } },
    tracking: { url: 'https://host?sig=abc' },
    endedJobs: [safe],
    version: 3,
  });
});

test('a stored plan or item with a secret in its id goes, any other loses its secrets', () => {
  const observed = (nativeId: string) =>
    JSON.stringify({
      key: [nativeId],
      thing: makeItem('c', nativeId, { name: leak }),
      raw: { leak },
      tie: { names: [leak] },
      observedAt: '',
      number: 1,
    });
  const kept = redactions.item(observed('i-1'), 'c') ?? '';
  expect(kept).not.toContain('hunter2');
  expect(JSON.parse(kept)).toMatchObject({ key: ['i-1'], thing: { nativeId: 'i-1' } });
  expect(redactions.item(observed(leak), 'c')).toBeNull();
  expect(redactions.plan(observed(leak), 'c')).toBeNull();
});

test('an id in the feed stays, or names nothing', () => {
  expect(redactions.changes(safe, 'c')).toBe(safe);
  expect(redactions.changes(secret, 'c')).toBeNull();
});
