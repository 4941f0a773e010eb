import { type Operation, toRecoveryPoint } from '@crossvault/core';
import { createFakeLedger, makeItem, makeOperation, makePlan } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { actCommand } from '../testing/act-command.ts';

const ledger = () =>
  createFakeLedger({
    plans: [makePlan('a', 'p1', { name: 'schedule1', missed: true }), makePlan('b', 'p2', { enabled: null })],
    items: [makeItem('a', 'i1', { name: 'testshare', plan: { id: 'p1', name: 'schedule1', nextRunAt: null } })],
    recoveryPoints: [
      toRecoveryPoint({ id: 'rp-1', at: '2026-01-02T03:04:05.000Z', type: 'FileSystemConsistent', sizeBytes: 7 }),
    ],
    containers: [{ id: 'c-1', name: 'account', type: 'StorageContainer' }],
    operations: [makeOperation('a', 'op-1', { action: 'back-up', targetName: 'testshare', status: 'running' })],
    audit: [
      {
        at: '2026-01-02T03:04:05.000Z',
        actor: 'night',
        action: 'back-up',
        connection: 'a',
        target: 'testshare',
        detail: { answered: 202 },
      },
    ],
  });

describe('lists and single things', () => {
  test.each<[argv: string, said: readonly string[]]>([
    ['plans list', ['!  schedule1', 'Plan p2', 'CONNECTION']],
    ['plans get schedule1', ['native id       p1', 'enabled         yes']],
    ['items list', ['testshare', 'protected', 'schedule1']],
    ['items get a/i1', ['name            testshare', 'plan            schedule1']],
    ['items recovery-points testshare', ['2026-01-02 03:04', 'FileSystemConsistent', 'rp-1']],
    ['connections containers a', ['account', 'StorageContainer', 'c-1']],
    ['operations list', ['back-up', 'testshare', 'op-1', 'running']],
    ['operations get op-1', ['operation       op-1', 'action          back-up testshare']],
    ['audit', ['2026-01-02 03:04:05', 'night', 'back-up', 'a/testshare', 'answered: 202']],
  ])('%s', async (argv, said) => {
    const { exitCode, out, err } = await actCommand(ledger())(argv.split(' '));
    expect([exitCode, err]).toEqual([0, '']);
    for (const text of said) expect(out).toContain(text);
  });

  test('the audit log names targets and their result, and keeps ids for JSON', async () => {
    const [plan, item] = [makePlan('a', 'p1').id, makeItem('a', 'i1').id];
    const line = { at: '2026-01-02T03:04:05.000Z', actor: 'night', action: 'run', connection: 'a' };
    const known = createFakeLedger({
      audit: [
        { ...line, target: plan, detail: { event: 'refused', parameters: {}, code: 'state-conflict', message: 'No.' } },
        { ...line, target: plan, detail: { event: 'over', name: 'schedule1', outcome: 'failed', operation: 'op-1' } },
        {
          ...line,
          target: item,
          detail: { event: 'sending', requests: [{ url: 'https://a.test' }], operation: 'op-2' },
        },
        { ...line, target: 'a', detail: null },
        { ...line, connection: null, target: 'key-1', detail: { event: 'done', named: 'ci', scopes: ['read'] } },
        { ...line, connection: null, target: null, detail: {} },
      ],
    });
    const run = actCommand(known);
    const { out } = await run(['audit']);
    const rows = out.split('\n').map((row) => row.replace(/ {2,}/g, ' | '));
    expect(rows.slice(1, 7).map((row) => row.split(' | ').slice(3))).toEqual([
      ['a/schedule1', 'refused state-conflict'],
      ['a/schedule1', 'over failed op-1'],
      ['a/i1', 'sending op-2'],
      ['a', '-'],
      ['ci', 'done; scopes: read'],
      ['-', '-'],
    ]);
    expect(JSON.parse((await run(['audit', '-o', 'json'])).out)).toMatchObject({ data: known.audit });
  });

  test('are JSON as the facade answers it', async () => {
    const run = actCommand(ledger());
    const read = async (...argv: string[]): Promise<unknown> => JSON.parse((await run([...argv, '-o', 'json'])).out);
    expect(await read('plans', 'list')).toMatchObject({
      data: [{ name: 'schedule1', links: { self: `/v1/plans/${makePlan('a', 'p1').id}` } }, {}],
      page: { next: null },
      complete: true,
    });
    expect(await read('items', 'get', 'testshare', '--include', 'raw')).toMatchObject({ name: 'testshare', raw: {} });
    expect(await read('operations', 'get', 'op-1')).toMatchObject({ links: { self: '/v1/operations/op-1' } });
  });

  test('refuse an unknown filter', async () => {
    const run = await actCommand(ledger())(['items', 'list', '--protection', 'good']);
    expect([run.exitCode, run.err]).toEqual([2, expect.stringContaining('--protection: "good" is not allowed')]);
  });

  test('say when there is nothing', async () => {
    const run = await actCommand(createFakeLedger())(['plans', 'list']);
    expect([run.exitCode, run.out, run.err]).toEqual([0, '', 'No plans.\n']);
  });

  test('an unknown operation is exit code 8', async () => {
    expect((await actCommand(ledger())(['operations', 'get', 'op-9'])).exitCode).toBe(8);
  });
});

test('operations wait gives the result of the jobs as its exit code', async () => {
  const known = ledger();
  const jobs: Operation['jobs'] = [{ id: 'j', status: 'warning' }];
  known.operations = [makeOperation('a', 'op-1', { status: 'done', jobs, outcome: 'warning' })];
  expect((await actCommand(known)(['operations', 'wait', 'op-1'])).exitCode).toBe(3);
});

describe('keys', () => {
  test('are shown when they are made, and never again', async () => {
    const known = ledger();
    const run = actCommand(known);
    const made = await run(['keys', 'create', 'night', '--scope', 'operate,read', '--connection', 'a']);
    expect([made.exitCode, made.out]).toEqual([0, 'cv_night\n']);
    expect(made.err).toContain('shown only once');
    expect(known.keys['cv_night']).toEqual({ name: 'night', scopes: ['operate', 'read'], connections: ['a'] });
    const listed = await run(['keys', 'list']);
    expect(listed.out).toContain('operate, read');
    expect(listed.out).not.toContain('cv_night');
    const revoked = await run(['keys', 'revoke', 'key-night', '-o', 'json']);
    expect(JSON.parse(revoked.out)).toMatchObject({ name: 'night', revokedAt: expect.any(String) });
    expect(known.keys).toEqual({});
  });

  test('that may destroy and not operate say so when they are made', async () => {
    const run = actCommand(ledger());
    expect((await run(['keys', 'create', 'night', '--scope', 'destroy'])).err).toContain('does not include "operate"');
    expect((await run(['keys', 'create', 'day', '--scope', 'destroy,operate'])).err).not.toContain('does not include');
  });

  test.each([
    ['keys create night', 2],
    ['keys create night --scope root', 2],
    ['keys create night --scope read --expires tomorrow', 2],
    ['keys create night --scope read --connection nowhere', 8],
    ['keys revoke key-unknown', 8],
  ])('%s is exit code %i', async (argv, exitCode) => {
    const known = ledger();
    expect((await actCommand(known)(argv.split(' '))).exitCode).toBe(exitCode);
    expect(known.keys).toEqual({});
  });
});
