import type { VendorId } from '@crossvault/simulators';
import { expect, test, vi } from 'vitest';
import { type Breakage, examine, findClosedPort } from '../testing/broken-world.ts';

// Whole vendors are started here, over TLS: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

const always = { seed: 1, probability: 1 } as const;

test.each<VendorId>(['azure-backup', 'veeam-azure', 'veeam-spc', 'avepoint'])(
  'a healthy %s passes every step, from DNS to the clock',
  async (vendorId) => {
    const { exitCode, probe, written, secrets } = await examine(vendorId);
    expect(probe.steps.filter(({ ok }) => !ok)).toEqual([]);
    const names = probe.steps.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['dns', 'tcp', 'tls', 'token', 'list', 'clock']));
    expect(exitCode).toBe(0);
    for (const secret of secrets) expect(written).not.toContain(secret);
  },
);

interface Expected {
  readonly step: RegExp;
  readonly code: string;
  /** The key to change, or what else to do. */
  readonly advice: RegExp;
  readonly exitCode: number;
}

const broken: readonly (readonly [string, VendorId, Breakage, Expected])[] = [
  [
    'a name that cannot be looked up',
    'veeam-azure',
    { settings: { baseUrl: 'https://veeam.invalid' } },
    { step: /^dns$/, code: 'source-unreachable', advice: /baseUrl/, exitCode: 6 },
  ],
  [
    'an authority that is not named',
    'veeam-azure',
    { without: ['tls'] },
    { step: /^tls$/, code: 'certificate-refused', advice: /tls\.ca/, exitCode: 7 },
  ],
  [
    'a certificate signed by itself',
    'veeam-azure',
    { certificate: 'self-signed' },
    {
      step: /^tls$/,
      code: 'certificate-refused',
      advice: /SHA-256 fingerprint [0-9A-F:]{95} .*tls: \{ ca: /,
      exitCode: 7,
    },
  ],
  [
    'a certificate that has expired',
    'avepoint',
    { certificate: 'expired' },
    { step: /^tls$/, code: 'certificate-refused', advice: /renewed at the source.*tls\.ca/, exitCode: 7 },
  ],
  [
    'a certificate for another name',
    'veeam-spc',
    { certificate: 'wrong-host' },
    { step: /^tls$/, code: 'certificate-refused', advice: /baseUrl/, exitCode: 7 },
  ],
  [
    'a wrong password',
    'veeam-azure',
    { secret: 'canary-password' },
    { step: /^token$/, code: 'authentication-failed', advice: /credential|username and password/, exitCode: 7 },
  ],
  [
    'a token that is none',
    'avepoint',
    { secret: 'canary-token' },
    { step: /token|list/, code: 'authentication-failed', advice: /credential|token/, exitCode: 7 },
  ],
  [
    'a role that is missing',
    'azure-backup',
    {
      disturb: ({ faults }) =>
        faults.random({ ...always, kinds: [{ kind: 'status', status: 403 }], on: { list: true } }),
    },
    { step: /list|access/, code: 'permission-denied', advice: /Backup Reader|role|right/i, exitCode: 7 },
  ],
  [
    'a version that the source does not speak',
    'veeam-azure',
    {
      disturb: ({ faults }) =>
        faults.random({ ...always, kinds: [{ kind: 'status', status: 404 }], on: { path: '/v8.1/', list: true } }),
    },
    { step: /list|version/, code: 'source-not-found', advice: /apiVersion/, exitCode: 7 },
  ],
  [
    'a clock that is an hour off',
    'veeam-spc',
    { disturb: ({ faults }) => faults.random({ ...always, kinds: [{ kind: 'clock-skew', seconds: 3600 }] }) },
    { step: /^clock$/, code: 'clock-skewed', advice: /NTP/, exitCode: 7 },
  ],
];

test.each(broken)('%s is found at its step, with what to change', async (_what, vendorId, breakage, expected) => {
  const { probe, exitCode, written, secrets } = await examine(vendorId, breakage);
  const failed = probe.steps.find(({ ok }) => !ok);
  expect(failed).toMatchObject({ code: expected.code, advice: expect.stringMatching(expected.advice) });
  expect(failed?.name).toMatch(expected.step);
  expect(exitCode).toBe(expected.exitCode);
  for (const secret of secrets) expect(written).not.toContain(secret);
});

test('a port without a listener fails at the step tcp', async () => {
  const port = await findClosedPort();
  const { probe, exitCode } = await examine('veeam-spc', { settings: { baseUrl: `https://127.0.0.1:${port}` } });
  expect(probe.steps.map(({ name, ok }) => [name, ok])).toEqual([
    ['dns', true],
    ['tcp', false],
  ]);
  expect(probe.steps[1]).toMatchObject({
    code: 'source-unreachable',
    advice: expect.stringContaining('the port in baseUrl'),
  });
  expect(exitCode).toBe(6);
});

test('an unverified certificate passes with a warning', async () => {
  const { probe, exitCode, written } = await examine('veeam-azure', {
    certificate: 'self-signed',
    settings: { tls: { insecure: true } },
  });
  expect(probe.steps.find(({ name }) => name === 'tls')).toMatchObject({
    ok: true,
    detail: expect.stringContaining('NOT checked'),
    advice: expect.stringContaining('tls: { ca:'),
  });
  expect(written).toContain('TLS certificates are NOT checked here (tls.insecure).');
  expect(exitCode).toBe(0);
});
