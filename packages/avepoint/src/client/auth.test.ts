import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connector, type CrossvaultError, Secret } from '@crossvault/core';
import { type OpenSimulator, openSimulator, worldOf } from '@crossvault/harness';
import { type AppCertificate, type AvepointOptions, createAppCertificate } from '@crossvault/simulators';
import { createTestContext, everything, failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { avepointConfigSchema } from '../config.ts';
import { avepoint } from '../index.ts';
import { jobScope, subscriptionScope } from './token-problem.ts';

const call = { signal: new AbortController().signal };
const start = '2026-03-02T12:00:00Z';
const minuteMs = 60_000;

let folder: string;
let own: AppCertificate;
let next: AppCertificate;
beforeAll(async () => {
  // No clock sees how long the loading of a module takes.
  await import('jose');
  folder = await mkdtemp(join(tmpdir(), 'crossvault-'));
  own = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-03-03' });
  next = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-06-01' });
});
afterAll(() => rm(folder, { recursive: true }));

const worlds: OpenSimulator[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

async function open(options: AvepointOptions = {}): Promise<OpenSimulator> {
  const world = await openSimulator('avepoint', avepoint, { jobs: 12, seed: 2, start, avepoint: options });
  worlds.push(world);
  return world;
}

/** The id of the simulated app, which only its settings report. */
function clientIdOf({ vendor }: OpenSimulator): string {
  const { credential } = vendor.connection.settings(() => '');
  const isNamed = typeof credential === 'object' && credential !== null && 'clientId' in credential;
  return isNamed ? String(credential.clientId) : '';
}

async function writePem({ privateKey, certificate }: AppCertificate): Promise<string> {
  const path = join(folder, 'app.pem');
  await writeFile(path, `${privateKey}${certificate}`);
  return path;
}

function connectTo({ vendor, simulators }: OpenSimulator, credential: object): Connector {
  const { url } = vendor;
  const keys = { name: 'm365', vendor: 'avepoint', baseUrl: url, identityUrl: url, credential };
  const { clock, fetch } = worldOf(simulators);
  const context = createTestContext({ connection: 'm365', clock, fetch });
  return avepoint.connect(avepointConfigSchema.parse(keys), context);
}

async function openWithCertificate(options: AvepointOptions = {}, shown: AppCertificate = own): Promise<OpenSimulator> {
  const world = await open({ certificates: [own.certificate, next.certificate], ...options });
  const path = await writePem(shown);
  return { ...world, connector: connectTo(world, { type: 'certificate', clientId: clientIdOf(world), path }) };
}

const tokenRequests = ({ vendor }: OpenSimulator) => vendor.requests.filter(({ path }) => path === '/connect/token');
const readAll = async (connector: Connector) => recordsOf(await readLists(connector, call, everything, 5)).length;

describe.each([
  ['a secret', (options?: AvepointOptions) => open(options)],
  ['a certificate', (options?: AvepointOptions) => openWithCertificate(options)],
] as const)('with %s', (_name, openWorld) => {
  test('every job is read with one token, and the services with another, however many requests need them at once', async () => {
    const world = await openWorld();
    expect(await readAll(world.connector)).toBe(world.vendor.truth().length);
    expect(tokenRequests(world).map(({ status }) => status)).toEqual([200, 200]);
  });

  test('the token is renewed before its end, and no request is refused on the way', async () => {
    const world = await openWorld({ tokenSeconds: 600 });
    await readAll(world.connector);
    world.simulators.clock.move(9 * minuteMs);
    await readAll(world.connector);
    // Two for the jobs; the services were asked for once.
    expect(tokenRequests(world)).toHaveLength(3);
    expect(world.vendor.requests.map(({ status }) => status)).not.toContain(401);
  });

  test('a token that is refused between pages is renewed once, and no job is lost', async () => {
    const world = await openWorld();
    const [list] = await world.connector.jobLists(call);
    if (list === undefined) throw new Error('There is no list.');
    const seen = new Set<string>();
    let token: string | null = null;
    do {
      const page = await world.connector.listJobs(list, everything, { size: 4, token }, call);
      for (const { job } of page.records) seen.add(job.nativeId);
      world.vendor.expireToken();
      token = page.next;
    } while (token !== null);
    expect([...seen].toSorted()).toEqual(
      world.vendor
        .truth()
        .map(({ nativeId }) => nativeId)
        .toSorted(),
    );
    const refused = world.vendor.requests.filter(({ status }) => status === 401);
    expect(refused.length).toBeGreaterThan(0);
    expect(tokenRequests(world)).toHaveLength(refused.length + 2);
  });

  test('an error for an app without the permission names it', async () => {
    const world = await openWorld({ scopes: [subscriptionScope] });
    const error = await failureOf(readAll(world.connector));
    expect(error).toMatchObject({ code: 'permission-denied', source: 'm365' });
    expect(error.message).toContain(jobScope);
  });
});

/** Every text of an error that might be printed. */
function textsOf(error: CrossvaultError): string {
  const texts: string[] = [];
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) texts.push(String(inner.stack));
  return texts.join('\n');
}

test('a wrong secret is an error that says what to do, and nowhere shows the secret', async () => {
  const world = await open();
  const clientSecret = new Secret('wr0ng&s3cret');
  const connector = connectTo(world, { type: 'client-secret', clientId: clientIdOf(world), clientSecret });
  const error = await failureOf(readAll(connector));
  expect(error).toMatchObject({ code: 'authentication-failed', source: 'm365', upstreamStatus: 400 });
  expect(error.message).toMatch(/invalid_client.*\/connect\/token.*clientSecret the value/);
  expect(textsOf(error)).not.toMatch(/wr0ng|s3cret/);
  expect(tokenRequests(world)).toHaveLength(1);
});

test('a certificate that the app registration does not have is an error that says what to do', async () => {
  const world = await openWithCertificate({ certificates: [own.certificate] }, next);
  const error = await failureOf(readAll(world.connector));
  expect(error).toMatchObject({ code: 'authentication-failed', source: 'm365' });
  expect(error.message).toMatch(/certificate of credential\.path uploaded/);
  expect(textsOf(error)).not.toMatch(/eyJ|BEGIN/);
});

test('a certificate that expires stops with the date, and the file that replaces it is taken without a restart', async () => {
  const world = await openWithCertificate();
  await readAll(world.connector);
  world.simulators.clock.set('2026-03-03T00:00:01Z');
  const error = await failureOf(readAll(world.connector));
  expect(error).toMatchObject({ code: 'configuration-invalid', source: 'm365' });
  expect(error.message).toMatch(/app\.pem \(credential\.path\) holds a certificate that expired on 2026-03-03/);
  await writePem(next);
  expect(await readAll(world.connector)).toBe(world.vendor.truth().length);
});

test('a token obtained elsewhere is used unchanged, and a missing permission is reported', async () => {
  const world = await open();
  const connector = connectTo(world, { type: 'token', token: new Secret(world.vendor.tokens.valid) });
  expect(await readAll(connector)).toBe(world.vendor.truth().length);
  expect(tokenRequests(world)).toEqual([]);
  expect(connector.addresses.map(({ name }) => name)).toEqual(['api']);
  world.vendor.expireToken();
  expect(await failureOf(readAll(connector))).toMatchObject({ code: 'authentication-failed' });
});

test('both hosts are named, and the requests to both are counted', async () => {
  const world = await open();
  await readAll(world.connector);
  const { url } = world.vendor;
  expect(world.connector.addresses).toEqual([
    { name: 'api', url },
    { name: 'identity', url },
  ]);
  expect(world.connector.condition().requests).toEqual({ sent: world.vendor.requests.length, retried: 0 });
});

test('each permission has a token of its own', async () => {
  const world = await open();
  await world.connector.probe(call);
  await world.connector.probe(call);
  expect(tokenRequests(world)).toHaveLength(2);
});
