import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch as fetchOver } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeConfiguration } from '../command/write-configuration.ts';
import { type Simulators, type SimulatorsOptions, startSimulators } from '../simulators.ts';
import { VENDOR_IDS } from '../truth.ts';
import { createAuthority } from './authority.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const start = async (tls: SimulatorsOptions['tls']): Promise<Simulators> => {
  const simulators = await startSimulators({
    jobs: 0,
    start: '2026-11-20T06:00:00Z',
    ...(tls === undefined ? {} : { tls }),
  });
  closers.push(simulators.close);
  return simulators;
};

/** Without an authority a client that trusts whom the platform trusts. */
const createClient = (ca: string | null) => {
  const agent = new Agent({ connect: ca === null ? {} : { ca } });
  closers.push(() => agent.destroy());
  const get = async (url: string) => {
    const response = await fetchOver(url, { dispatcher: agent });
    await response.arrayBuffer();
    return response.status;
  };
  const refusal = (url: string) =>
    get(url).then(
      () => 'none',
      (error: unknown) =>
        error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : error,
    );
  return { get, refusal };
};

test('every vendor uses https with a certificate of the same authority, and the control port http', async () => {
  const simulators = await start(true);
  const { get } = createClient(simulators.authority?.pem ?? '');
  for (const id of VENDOR_IDS) {
    const { url } = simulators.vendor(id);
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await get(`${url}/nothing-here`)).toBeGreaterThanOrEqual(400);
  }
  expect(simulators.control.url).toMatch(/^http:/);
});

test('localhost is as good a name as the address', async () => {
  const simulators = await start(true);
  const { get } = createClient(simulators.authority?.pem ?? '');
  expect(await get(simulators.vendor('avepoint').url.replace('127.0.0.1', 'localhost'))).toBe(401);
});

test('a certificate has an elliptic key, the loopback names and a validity of one year', async () => {
  const authority = await createAuthority();
  const certificate = new X509Certificate((await authority.issue('valid')).cert);
  expect(certificate.subjectAltName).toBe('IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:localhost');
  expect(certificate.publicKey.asymmetricKeyType).toBe('ec');
  expect(certificate.verify(new X509Certificate(authority.pem).publicKey)).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(new X509Certificate(authority.pem).ca).toBe(true);
  expect(certificate.validToDate.getTime()).toBeGreaterThan(Date.now());
});

test('a client that does not know the authority refuses', async () => {
  const simulators = await start(true);
  expect(await createClient(null).refusal(simulators.vendor('avepoint').url)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
});

test.each([
  ['expired', 'CERT_HAS_EXPIRED'],
  ['wrong-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
] as const)('a certificate that is %s is refused', async (certificate, code) => {
  const simulators = await start({ vendors: { avepoint: certificate } });
  const { refusal } = createClient(simulators.authority?.pem ?? '');
  expect(await refusal(simulators.vendor('avepoint').url)).toBe(code);
  expect(await refusal(simulators.vendor('veeam-spc').url)).toBe('none');
});

test('another certificate is seen by the next handshake, over the control port as well, and outlives a restart', async () => {
  const simulators = await start(true);
  const vendor = simulators.vendor('avepoint');
  // Each its own client: a socket that is open has shaken hands already.
  const refusal = (url: string) => createClient(simulators.authority?.pem ?? '').refusal(url);
  expect(await refusal(vendor.url)).toBe('none');
  await vendor.useCertificate('expired');
  expect(vendor.certificate).toBe('expired');
  expect(await refusal(vendor.url)).toBe('CERT_HAS_EXPIRED');
  await vendor.stop();
  await vendor.start();
  expect(await refusal(vendor.url)).toBe('CERT_HAS_EXPIRED');
  const change = (certificate: string) =>
    fetch(`${simulators.control.url}/vendors/avepoint/certificate`, {
      method: 'POST',
      body: JSON.stringify({ certificate }),
    });
  expect(await (await change('valid')).json()).toMatchObject({ id: 'avepoint', certificate: 'valid' });
  expect(await refusal(vendor.url)).toBe('none');
  const refused = await change('old');
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('there are valid, expired');
});

test('without TLS there is no authority, and no certificate to change', async () => {
  const simulators = await start(undefined);
  const vendor = simulators.vendor('avepoint');
  expect(simulators.authority).toBeNull();
  expect(vendor.certificate).toBeNull();
  await expect(vendor.useCertificate('expired')).rejects.toThrow('plain http');
});

test('links of an answer are https as well', async () => {
  const simulators = await startSimulators({ jobs: 60, start: '2026-11-20T06:00:00Z', tls: true, pageSize: 5 });
  closers.push(simulators.close);
  const { url, tokens } = simulators.vendor('veeam-azure');
  const agent = new Agent({ connect: { ca: simulators.authority?.pem ?? '' } });
  closers.push(() => agent.destroy());
  const headers = { authorization: `Bearer ${tokens.valid}` };
  const response = await fetchOver(`${url}/api/v8.1/jobSessions`, { dispatcher: agent, headers });
  expect(await response.text()).toContain(`"next":{"href":"${url}/api`);
});

test('the configuration names the authority, which is in a file beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'simulators-'));
  closers.push(() => rm(folder, { recursive: true }));
  const simulators = await start(true);
  const path = await writeConfiguration(folder, Object.values(simulators.vendors));
  const { connections }: { connections: { tls: unknown; baseUrl: string }[] } = parse(await readFile(path, 'utf8'));
  expect(connections).toHaveLength(VENDOR_IDS.length);
  for (const { tls, baseUrl } of connections) {
    expect(tls).toEqual({ ca: './authority.pem' });
    expect(baseUrl).toMatch(/^https:/);
  }
  const authority = join(folder, 'authority.pem');
  expect(await readFile(authority, 'utf8')).toBe(simulators.authority?.pem);
  expect((await stat(authority)).mode & 0o777).toBe(0o644);
});

test('stopping does not wait for sockets that are kept alive', async () => {
  const simulators = await start(true);
  const { get } = createClient(simulators.authority?.pem ?? '');
  const vendor = simulators.vendor('avepoint');
  expect(await get(vendor.url)).toBe(401);
  await vendor.stop();
  expect(vendor.running).toBe(false);
});
