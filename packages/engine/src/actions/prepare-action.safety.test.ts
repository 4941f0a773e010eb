import { type ActionRequest, type Connector, CrossvaultError, type ErrorCode, toJobId } from '@crossvault/core';
import { createActingConnector, failureOf, finishWork, patientCall } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import type { EngineConnection } from '../index.ts';
import type { ActOptions } from './action-calls.ts';
import {
  actFor,
  asOperator,
  createActingWorld,
  itemId,
  operator,
  planId,
  runPlan,
  untilOver,
} from './testing/acting-world.ts';

const destroy: ActionRequest = { action: 'stop-protection', target: itemId, parameters: { data: 'delete' } };
const remove: ActionRequest = { action: 'remove', target: planId, parameters: { removeRestorePoints: false } };
const overwrite: ActionRequest = {
  action: 'restore',
  target: itemId,
  parameters: { recoveryPointId: 'r', destination: 'original', conflict: 'overwrite' },
};

interface Refusal {
  readonly request: ActionRequest;
  readonly code: ErrorCode;
  readonly options?: Partial<ActOptions>;
  readonly connection?: Partial<EngineConnection>;
}

const readOnly = { allow: [] };
const noDestroyer = { actor: { ...operator, scopes: ['read', 'operate', 'admin'] as const } };

const refusals: readonly [string, Refusal][] = [
  ['a connection that nothing is allowed at', { request: runPlan, code: 'connection-read-only', connection: readOnly }],
  [
    'a connection that nothing may be destroyed at',
    {
      request: destroy,
      code: 'connection-read-only',
      options: { confirm: 'Share' },
      connection: { allow: ['operate'] },
    },
  ],
  ['destroying without a confirmation', { request: destroy, code: 'confirmation-needed' }],
  ['removing a plan without a confirmation', { request: remove, code: 'confirmation-needed' }],
  ['overwriting without a confirmation', { request: overwrite, code: 'confirmation-needed' }],
  [
    'destroying with a scope too few',
    { request: destroy, code: 'scope-missing', options: { confirm: 'Share', ...noDestroyer } },
  ],
  [
    'an actor who may only look',
    { request: runPlan, code: 'scope-missing', options: { actor: { ...operator, scopes: ['read'] } } },
  ],
  [
    'an actor of other connections',
    { request: runPlan, code: 'scope-missing', options: { actor: { ...operator, connections: ['d'] } } },
  ],
  [
    'what the vendor does not offer',
    { request: { action: 'undelete', target: itemId, parameters: {} }, code: 'action-not-supported' },
  ],
  [
    'an id of something else',
    { request: { action: 'run', target: itemId, parameters: { full: false } }, code: 'plan-not-found' },
  ],
  ['no id at all', { request: { action: 'cancel', target: 'x', parameters: {} }, code: 'job-not-found' }],
  [
    'a connection that is not there',
    { request: { action: 'refresh-containers', target: 'x', parameters: {} }, code: 'connection-not-found' },
  ],
  [
    'a plan of another connection',
    {
      request: { action: 'change-plan', target: itemId, parameters: { planId: toJobId('d', ['plan', 'p']) } },
      code: 'plan-not-found',
    },
  ],
  [
    'a connection that is not set up',
    {
      request: runPlan,
      code: 'secret-missing',
      connection: { connector: null, fault: new CrossvaultError({ code: 'secret-missing', message: 'No secret.' }) },
    },
  ],
];

describe('refused before anything is sent', () => {
  test.each(refusals)('%s', async (_, { request, code, options = {}, connection = {} }) => {
    const { vendor, open, audit } = createActingWorld();
    const { engine } = open(connection);
    const refusal = await failureOf(actFor(engine, request, options));
    expect(refusal.code).toBe(code);
    expect(vendor.asked).toBe(0);
    const [line] = await audit();
    expect(line).toMatchObject({ actor: 'ann', action: request.action, target: request.target });
    expect(line?.detail).toMatchObject({ event: 'refused', code });
    await engine.close();
  });

  test.each([destroy, remove, overwrite])(
    'a wrong name for $action, without asking where the name is stored',
    async (request) => {
      const { vendor, open } = createActingWorld();
      const { engine } = open();
      await engine.items({}, { limit: 10, cursor: null, strict: false, fresh: false }, patientCall);
      await engine.plans({}, { limit: 10, cursor: null, strict: false, fresh: false }, patientCall);
      const { asked } = vendor;
      const refusal = await failureOf(actFor(engine, request, { confirm: 'share' }));
      expect(refusal).toMatchObject({ code: 'confirmation-needed', parameter: 'confirm' });
      expect(vendor.asked).toBe(asked);
      await engine.close();
    },
  );

  test('a wrong name, where it is not known, after no more than reading it', async () => {
    const { vendor, open } = createActingWorld({}, { isStored: false });
    const { engine } = open();
    expect((await failureOf(actFor(engine, destroy, { confirm: 'Other' }))).code).toBe('confirmation-needed');
    expect(vendor.asked).toBe(1);
    expect(vendor.taken).toEqual([]);
    await engine.close();
  });

  test('what only the vendor knows to destroy data', async () => {
    const { vendor, open } = createActingWorld({ needs: 'destroy' });
    const { engine } = open();
    expect((await failureOf(actFor(engine, runPlan))).code).toBe('confirmation-needed');
    expect((await failureOf(actFor(engine, runPlan, { ...noDestroyer, confirm: 'Daily' }))).code).toBe('scope-missing');
    expect(vendor.taken).toEqual([]);
    await actFor(engine, runPlan, { confirm: 'Daily' });
    expect(vendor.taken).toHaveLength(1);
    await engine.close();
  });

  test('a dry run, by whatever would refuse the change itself', async () => {
    const { vendor, open } = createActingWorld();
    const { engine } = open(readOnly);
    const dry = engine.act(runPlan, { ...asOperator, dryRun: true }, patientCall);
    expect((await failureOf(dry)).code).toBe('connection-read-only');
    expect(vendor.asked).toBe(0);
    await engine.close();
  });
});

test.each([
  [destroy, 'Share'],
  [remove, 'Daily'],
  [overwrite, 'Share'],
] as const)('with the right name $0.action is done', async (request, confirm) => {
  const { vendor, open } = createActingWorld();
  const { engine } = open();
  expect(await actFor(engine, request, { confirm })).toMatchObject({ status: 'running' });
  expect(vendor.taken).toHaveLength(1);
  await engine.close();
});

test('a job without a name is confirmed by nothing, since giving it up destroys nothing', async () => {
  const { vendor, open } = createActingWorld();
  const { engine } = open();
  const target = toJobId('c', ['j1']);
  const operation = await actFor(engine, { action: 'cancel', target, parameters: {} });
  expect(operation).toMatchObject({ action: 'cancel', target, targetName: 'j1' });
  expect(vendor.taken.map(({ what }) => what)).toEqual(['cancel j1']);
  await engine.close();
});

test('what a vendor cannot do at all is said before a scope or a confirmation is asked for', async () => {
  const { open, vendor } = createActingWorld();
  const { plans, ...rest } = createActingConnector('c', vendor);
  const withoutRemove = plans === undefined ? rest : { ...rest, plans: { list: plans.list, get: plans.get } };
  const { engine } = open({ connector: withoutRemove, allow: [] });
  const remove = { action: 'remove', target: planId, parameters: { removeRestorePoints: null } } as const;
  await expect(actFor(engine, remove, { actor: { ...operator, scopes: ['read'] } })).rejects.toMatchObject({
    code: 'action-not-supported',
    message: expect.stringContaining('Crossvault cannot do "remove"'),
  });
  expect(vendor.asked).toBe(0);
  await engine.close();
});

test('the connector of a stop learns that we started the run, until that run is over', async () => {
  const { open, vendor } = createActingWorld();
  const seen: (boolean | undefined)[] = [];
  const connector = createActingConnector('c', vendor);
  const stop = async (...[key, options]: Parameters<NonNullable<NonNullable<Connector['plans']>['disable']>>) => {
    seen.push(options.hasStarted);
    const write = await connector.plans?.disable?.(key, options);
    if (write === undefined) throw new Error('Nothing can be switched.');
    return write;
  };
  const plans = connector.plans === undefined ? {} : { plans: { ...connector.plans, stop } };
  const { engine } = open({ connector: { ...connector, ...plans } });
  const stopPlan = { action: 'stop', target: planId, parameters: {} } as const;
  const ask = () => engine.act(stopPlan, { ...asOperator, dryRun: true }, patientCall);
  await ask();
  const { id } = await actFor(engine, runPlan);
  await ask();
  finishWork(vendor);
  await untilOver(engine, id);
  await ask();
  expect(seen).toEqual([false, true, false]);
  await engine.close();
});
