import type { ProbeStep } from '@crossvault/core';
import { createManualClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createEndpointCheck, type EndpointCheckOptions } from '../index.ts';
import { checkTestEndpoint, lookUp, patientCall, realClock } from '../testing/check-test-endpoint.ts';
import { findClosedPort, serveHttp, serveHttps, serveSockets } from '../testing/loopback.ts';
import { createTemporaryAuthority, type IssueOptions } from '../testing/temporary-authority.ts';

const authority = await createTemporaryAuthority('Acme Root');
const stranger = await createTemporaryAuthority('Other Root');

/** The last step of the way to a server that shows such a certificate. */
async function seeTls(
  issue: IssueOptions,
  options: Partial<EndpointCheckOptions> = { ca: authority.pem },
  chain = '',
): Promise<ProbeStep> {
  const identity = await authority.issue(issue);
  const { port } = await serveHttps({ ...identity, cert: identity.cert + chain }, () => undefined);
  const steps = await checkTestEndpoint(`https://vendor.test:${port}`, options);
  expect(steps.map(({ name }) => name)).toEqual(['dns', 'tcp', 'tls']);
  const tls = steps.at(-1);
  if (tls === undefined) throw new Error('three steps');
  return tls;
}
const named: IssueOptions = { names: [{ type: 'dns', value: 'vendor.test' }] };

test('a sound way: the addresses, the one that answered, and the chain with its end', async () => {
  const identity = await authority.issue(named);
  const { port } = await serveHttps({ ...identity, cert: identity.cert + authority.pem }, () => undefined);
  const steps = await checkTestEndpoint(`https://vendor.test:${port}/api`, { ca: authority.pem });
  const sound = { ok: true, advice: null, code: null, durationMs: expect.any(Number) };
  expect(steps).toEqual([
    { ...sound, name: 'dns', detail: 'vendor.test is 127.0.0.1.' },
    { ...sound, name: 'tcp', detail: `127.0.0.1 answered at port ${port}.` },
    {
      ...sound,
      name: 'tls',
      detail: expect.stringMatching(
        /^TLSv1\.3; the certificate: "vendor\.test" by "Acme Root" until \d{4}-\d\d-\d\d; "Acme Root" by itself until \d{4}-\d\d-\d\d\. It is trusted by tls\.ca\.$/,
      ),
    },
  ]);
});

test('an unknown name ends the check, and the advice names its configuration key', async () => {
  expect(await checkTestEndpoint('https://vendor.invalid')).toMatchObject([
    {
      name: 'dns',
      ok: false,
      code: 'source-unreachable',
      detail: 'vendor.invalid cannot be looked up (ENOTFOUND).',
      advice: expect.stringContaining('the host in baseUrl'),
    },
  ]);
});

test('name servers that do not answer are no wrong name', async () => {
  const silent = () => Promise.reject(Object.assign(new Error('later'), { code: 'EAI_AGAIN' }));
  const [dns] = await checkTestEndpoint('https://vendor.test', { lookUp: silent });
  expect(dns).toMatchObject({ code: 'source-unreachable', advice: expect.stringContaining('name servers') });
});

test('a closed port', async () => {
  const port = await findClosedPort();
  const steps = await checkTestEndpoint(`https://127.0.0.1:${port}`);
  expect(steps).toMatchObject([
    { name: 'dns', ok: true, detail: '127.0.0.1 is an address: there is no name to look up.' },
    {
      name: 'tcp',
      ok: false,
      code: 'source-unreachable',
      detail: `127.0.0.1 cannot be reached at port ${port} (ECONNREFUSED).`,
      advice: expect.stringMatching(/Nothing listens there: check the port in baseUrl/),
    },
  ]);
});

test('an unknown authority that the source sends: its fingerprint, and what to put in tls.ca', async () => {
  const tls = await seeTls(named, {}, authority.pem);
  expect(tls).toMatchObject({ ok: false, code: 'certificate-refused' });
  expect(tls.detail).toContain('It is not trusted: its authority is unknown.');
  expect(tls.advice).toMatch(/SHA-256 fingerprint (?:[0-9A-F]{2}:){31}[0-9A-F]{2} of "Acme Root"/);
  expect(tls.advice).toContain('tls: { ca: ./authority.pem }');
});

test('an authority that the source does not show is named', async () => {
  const tls = await seeTls(named, {});
  expect(tls.advice).toMatch(/certificate of its authority "Acme Root" from the operator of the source.*in tls\.ca\.$/);
});

test('a wrong authority in tls.ca is distinguished from a missing one', async () => {
  const tls = await seeTls(named, { ca: stranger.pem });
  expect(tls).toMatchObject({ ok: false, code: 'certificate-refused' });
  expect(tls.advice).toMatch(/tls\.ca names "Other Root" \(SHA-256 [0-9A-F:]+\), which did not sign it/);
});

test('a certificate signed by itself is its own authority', async () => {
  const tls = await seeTls({ ...named, selfSigned: true }, {});
  expect(tls.detail).toContain('"vendor.test" by itself until');
  expect(tls.advice).toMatch(/fingerprint \S+ of "vendor\.test".*tls: \{ ca/);
});

test('an expired certificate says since when, and that it is renewed at the source', async () => {
  const tls = await seeTls({ ...named, days: -3 });
  expect(tls).toMatchObject({ ok: false, code: 'certificate-refused' });
  expect(tls.detail).toMatch(/not trusted: "vendor\.test" has expired on \d{4}-\d\d-\d\d\.$/);
  expect(tls.advice).toMatch(/renewed at the source.*tls\.ca/);
});

test('a certificate for other names says which', async () => {
  const names = [
    { type: 'dns', value: 'other.test' },
    { type: 'ip', value: '10.0.0.7' },
  ] as const;
  const tls = await seeTls({ names });
  expect(tls.detail).toContain('not trusted: it is for other.test, 10.0.0.7, not for vendor.test.');
  expect(tls.advice).toMatch(/^Use a name in baseUrl .* or have one made for vendor\.test\.$/);
});

test('all faults of a certificate are reported at once', async () => {
  const tls = await seeTls({ names: [{ type: 'dns', value: 'other.test' }], days: -3 });
  expect(tls.detail).toMatch(/not trusted: "other\.test" has expired on .*, and it is for other\.test/);
});

test('a certificate that expires within two weeks is valid, with advice', async () => {
  const tls = await seeTls({ ...named, days: 9.5 });
  expect(tls).toMatchObject({
    ok: true,
    code: null,
    advice: expect.stringMatching(/^The certificate expires in 9 days: .*tls\.ca/),
  });
  expect(await seeTls({ ...named, days: 14.5 })).toMatchObject({ ok: true, advice: null });
});

test('with tls.insecure any certificate is accepted, and its faults are reported', async () => {
  const tls = await seeTls({ ...named, selfSigned: true }, { insecure: true });
  expect(tls).toMatchObject({ ok: true, code: null });
  expect(tls.detail).toContain('It is NOT checked (tls.insecure): it is self-signed');
  expect(tls.advice).toMatch(/^Anyone on the network path can read the credential.*tls: \{ ca/);
  expect(await seeTls(named, { insecure: true, ca: authority.pem })).toMatchObject({
    ok: true,
    advice: expect.stringContaining('tls.insecure is not needed'),
  });
});

test('plain http says that nothing is encrypted, and advises https beyond this machine', async () => {
  const { port } = await serveHttp(() => undefined);
  expect((await checkTestEndpoint(`http://vendor.test:${port}`)).at(-1)).toMatchObject({
    name: 'tls',
    ok: true,
    detail: expect.stringContaining('nothing is encrypted'),
    advice: expect.stringMatching(/^Write https in baseUrl/),
  });
  expect((await checkTestEndpoint(`http://127.0.0.1:${port}`)).at(-1)).toMatchObject({
    name: 'tls',
    ok: true,
    advice: null,
  });
});

test('https at a port of an http server', async () => {
  const { port } = await serveHttp(() => undefined);
  expect((await checkTestEndpoint(`https://vendor.test:${port}`)).at(-1)).toMatchObject({
    name: 'tls',
    ok: false,
    code: 'certificate-refused',
    detail: expect.stringContaining('does not use TLS'),
    advice: expect.stringContaining('the scheme and the port in baseUrl'),
  });
});

test('a source that closes the connection during the handshake', async () => {
  const { port } = await serveSockets((socket) => socket.end());
  expect((await checkTestEndpoint(`https://vendor.test:${port}`)).at(-1)).toMatchObject({
    name: 'tls',
    ok: false,
    code: 'source-unreachable',
    detail: expect.stringContaining('aborted the TLS handshake'),
  });
});

test('the address of the sign-in names other keys', async () => {
  const [dns] = await createEndpointCheck({ clock: realClock, lookUp })(
    { name: 'identity', url: 'https://login.invalid' },
    patientCall,
  );
  expect(dns?.advice).toContain('the sign-in');
});

test('a step that takes too long ends by the clock that was handed in, and its socket with it', async () => {
  const manual = createManualClock();
  const arrived = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  const { port } = await serveSockets((socket) => {
    socket.on('close', () => closed.resolve()).on('data', () => arrived.resolve());
  });
  const steps = checkTestEndpoint(`https://vendor.test:${port}`, { clock: manual });
  await arrived.promise;
  await manual.move(10_000);
  expect((await steps).at(-1)).toEqual({
    name: 'tls',
    ok: false,
    code: 'source-timeout',
    detail: 'The TLS handshake took longer than 10 seconds.',
    advice: expect.stringContaining('the port in baseUrl'),
    durationMs: 10_000,
  });
  await closed.promise;
});

test('that cancels gets the steps that were done, and no rejection', async () => {
  const caller = new AbortController();
  const hanging = () => new Promise<never>(() => undefined);
  const steps = createEndpointCheck({ clock: realClock, lookUp: hanging })(
    { name: 'api', url: 'https://vendor.test' },
    { signal: caller.signal },
  );
  caller.abort();
  expect(await steps).toMatchObject([{ name: 'dns', ok: false }]);
});

test('an address that is invalid is a failed step', async () => {
  expect(await checkTestEndpoint('no address')).toMatchObject([{ name: 'dns', ok: false }]);
});
