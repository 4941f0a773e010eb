import {
  CrossvaultError,
  type ProbeReport,
  type ProbeStep,
  Secret,
  type ServiceAddress,
  type SourceCondition,
} from '@crossvault/core';
import {
  createFakeVendor,
  createManualClock,
  type FakeVendor,
  fakeConnections,
  goodCondition,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createEngine, type EngineConnection } from '../index.ts';

const passed = (name: string): ProbeStep => ({
  name,
  ok: true,
  detail: 'Fine.',
  advice: null,
  code: null,
  durationMs: 1,
});
const failed = (name: string, code: ProbeStep['code']): ProbeStep => ({
  ...passed(name),
  ok: false,
  detail: 'No.',
  code,
});
const reporting = (steps: readonly ProbeStep[], deniedFields: readonly string[] = []): ProbeReport => ({
  ok: steps.every(({ ok }) => ok),
  steps,
  deniedFields,
});

interface Subject {
  readonly vendor?: Partial<FakeVendor>;
  readonly report?: ProbeReport;
  readonly addresses?: readonly ServiceAddress[];
  readonly checkEndpoint?: EngineConnection['checkEndpoint'];
}

function open({ vendor, report, addresses = [], checkEndpoint = null }: Subject = {}) {
  const clock = createManualClock();
  const asked: string[] = [];
  const connections = fakeConnections({ left: createFakeVendor(vendor) }).map(
    (connection): EngineConnection => ({
      ...connection,
      checkEndpoint,
      connector: {
        ...connection.connector,
        addresses,
        async probe(call) {
          asked.push('probe');
          return report ?? connection.connector.probe(call);
        },
      },
    }),
  );
  const engine = createEngine({ connections, clock, logger: silentLogger });
  const healthOf = async () => (await engine.connection('left', patientCall)).health;
  return { engine, clock, asked, healthOf, probe: () => engine.probe('left', patientCall) };
}

const addresses = [
  { name: 'api', url: 'https://api.example' },
  { name: 'identity', url: 'https://login.example' },
] as const;

describe('the way to the addresses', () => {
  test('is tried first, for every address, and the steps of the connector follow', async () => {
    const { probe } = open({
      addresses,
      checkEndpoint: async ({ url }) => [{ ...passed('dns'), detail: url }, passed('tcp')],
      report: reporting([passed('token'), passed('list')]),
    });
    const { ok, steps } = await probe();
    expect(ok).toBe(true);
    expect(steps.map(({ name }) => name)).toEqual(['dns', 'tcp', 'dns', 'tcp', 'token', 'list']);
    expect(steps[2]?.detail).toBe('https://login.example');
  });

  test('is tried once where tokens come from the same place as jobs', async () => {
    const { probe } = open({
      addresses: [addresses[0], { name: 'identity', url: 'https://api.example/token' }],
      checkEndpoint: async () => [passed('dns')],
      report: reporting([passed('token')]),
    });
    expect((await probe()).steps.map(({ name }) => name)).toEqual(['dns', 'token']);
  });

  test('is all that is tried when one of them is closed', async () => {
    const { probe, asked, healthOf } = open({
      addresses,
      checkEndpoint: async ({ name }) => [name === 'api' ? passed('dns') : failed('dns', 'source-unreachable')],
      vendor: { condition: { ...goodCondition, clockSkewSeconds: 400 } },
    });
    const { ok, steps } = await probe();
    expect(ok).toBe(false);
    expect(steps.map(({ name }) => name)).toEqual(['dns', 'dns']);
    expect(asked).toEqual([]);
    expect(await healthOf()).toBe('failing');
  });

  test('is not there to try for a connection that has none', async () => {
    const { probe } = open({ report: reporting([passed('token')]), addresses });
    expect((await probe()).steps).toEqual([passed('token')]);
  });
});

describe('what the condition shows', () => {
  const probeWith = async (condition: Partial<SourceCondition>, steps = [passed('token'), passed('fields')]) =>
    (await open({ vendor: { condition: { ...goodCondition, ...condition } }, report: reporting(steps) }).probe()).steps;

  test('comes after the steps of the connector: the clock, then the budget, then the fields', async () => {
    const budget = { remaining: 3, resetAt: null };
    const steps = await probeWith({ clockSkewSeconds: 1, budget });
    expect(steps.map(({ name }) => name)).toEqual(['token', 'clock', 'budget', 'fields']);
  });

  test('is reported also when the connector failed: a wrong clock is why tokens are refused', async () => {
    const steps = await probeWith({ clockSkewSeconds: 900 }, [failed('token', 'authentication-failed')]);
    expect(steps.map(({ name, ok }) => [name, ok])).toEqual([
      ['token', false],
      ['clock', false],
    ]);
  });

  test('what the connector says of it itself is not said twice', async () => {
    const own = { ...passed('clock'), detail: 'By its own time.' };
    expect(await probeWith({ clockSkewSeconds: 2 }, [own])).toEqual([own]);
    const refused = failed('clock', 'authentication-failed');
    expect(await probeWith({ clockSkewSeconds: 900 }, [refused])).toMatchObject([{ code: 'authentication-failed' }]);
  });

  test('a step of the connector that is milder than the common rule is replaced', async () => {
    const [clock, ...more] = await probeWith({ clockSkewSeconds: 900 }, [passed('clock')]);
    expect(clock).toMatchObject({ ok: false, code: 'clock-skewed' });
    expect(more).toEqual([]);
  });
});

describe('what fails', () => {
  test('a connection with a fault in the configuration is one step, with file and line', async () => {
    const fault = new CrossvaultError({ code: 'secret-missing', message: 'crossvault.yaml:9: key refers to KEY' });
    const [connection] = fakeConnections({ left: createFakeVendor() });
    if (connection === undefined) throw new Error('one connection');
    const engine = createEngine({
      connections: [{ ...connection, connector: null, fault }],
      clock: createManualClock(),
      logger: silentLogger,
    });
    expect(await engine.probe('left', patientCall)).toEqual({
      connection: 'left',
      ok: false,
      steps: [
        {
          name: 'configuration',
          ok: false,
          detail: 'crossvault.yaml:9: key refers to KEY',
          advice: expect.stringContaining('the named key'),
          code: 'secret-missing',
          durationMs: 0,
        },
      ],
      deniedFields: [],
    });
  });

  test('advice of the connector stands, and a step without any gets the usual one', async () => {
    const steps = [
      { ...failed('access', 'permission-denied'), advice: 'Its own.' },
      failed('list', 'authentication-failed'),
    ];
    const probed = await open({ report: reporting(steps) }).probe();
    expect(probed.steps.map(({ advice }) => advice)).toEqual(['Its own.', expect.stringContaining('Check credential')]);
  });

  test.each([
    ['token', 'failing'],
    ['list', 'failing'],
    ['access', 'degraded'],
    ['version', 'degraded'],
  ] as const)('a step %s that fails leaves the connection %s', async (name, health) => {
    const { probe, healthOf } = open({ report: reporting([failed(name, 'permission-denied')]) });
    await probe();
    expect(await healthOf()).toBe(health);
  });

  test('fields that are denied are remembered', async () => {
    const { engine, probe } = open({ report: reporting([passed('list')], ['sizeBytes']) });
    expect((await probe()).deniedFields).toEqual(['sizeBytes']);
    expect((await engine.connection('left', patientCall)).capabilities?.deniedFields).toEqual(['sizeBytes']);
  });

  test('a connector that hangs costs its deadline and a moment, and is a failed step', async () => {
    const { clock, probe, healthOf } = open({ vendor: { hangs: true } });
    const probed = probe();
    await clock.move(0);
    await clock.move(30_000);
    await clock.move(1000);
    expect((await probed).steps).toMatchObject([
      {
        name: 'probe',
        ok: false,
        code: 'source-timeout',
        durationMs: 31_000,
        advice: expect.stringContaining('deadlineSeconds'),
      },
    ]);
    expect(await healthOf()).toBe('failing');
  });

  test('who gives up says nothing about the source', async () => {
    const { engine, healthOf } = open({ vendor: { hangs: true } });
    const caller = new AbortController();
    const probed = engine.probe('left', { signal: caller.signal });
    caller.abort(new CrossvaultError({ code: 'interrupted', message: 'Enough.' }));
    expect((await probed).ok).toBe(false);
    expect(await healthOf()).toBe('unknown');
  });

  test('an unknown name is refused, and repeated only so far', async () => {
    const { engine } = open();
    await expect(engine.probe('x'.repeat(200), patientCall)).rejects.toMatchObject({
      code: 'connection-not-found',
      message: `No connection is called "${'x'.repeat(80)}…". Configured: left.`,
    });
  });
});

test('no secret is left in what a certificate says of itself', async () => {
  const name = 'a-certificate-with-our-password';
  new Secret(name);
  const step = { ...passed('tls'), detail: `TLSv1.3; the certificate: "${name}" by itself.` };
  const { probe } = open({ addresses, checkEndpoint: async () => [step], report: reporting([passed('token')]) });
  expect(JSON.stringify(await probe())).not.toContain('our-password');
});
