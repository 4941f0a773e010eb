import { type ConnectorContext, CrossvaultError } from '@crossvault/core';
import type { CertificateKind } from '@crossvault/simulators';
import { failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import type { OpenOptions, OpenSimulator } from './open-simulator.ts';

type OpenInTrouble = (options: OpenOptions) => Promise<OpenSimulator>;

const call = { signal: new AbortController().signal };

/** What a connector owes the sockets below it: which certificates it takes, and that it lets go of what it gave up. */
export function describeSockets(title: string, open: OpenInTrouble): void {
  describe(`${title} over TLS`, () => {
    test('a certificate of the known authority is taken', () =>
      withSimulator(open, { tls: true }, async ({ connector, vendor }) => {
        expect(recordsOf(await readLists(connector, call))).toHaveLength(vendor.truth().length);
      }));

    test.each<[CertificateKind, RegExp]>([
      ['expired', /expired.*renewed/],
      ['wrong-host', /another name.*baseUrl/],
      ['self-signed', /tls\.ca/],
    ])('a certificate that is %s is refused with advice, and not asked for again', (certificate, advice) =>
      expectRefusal(open, certificate, advice),
    );

    test('a certificate of an unknown authority is refused with advice, and not asked for again', () =>
      expectRefusal(open, 'valid', /tls\.ca/, (request) => fetch(request)));
  });

  describe(`${title} given up`, () => {
    test.each<[string, boolean]>([
      ['its first request', false],
      ['a page', true],
    ])('while %s is awaited, the vendor sees the connection close', (_what, hasToken) =>
      withSimulator(open, {}, async ({ connector, vendor }) => {
        if (hasToken) await readLists(connector, call);
        vendor.faults.script([{ on: hasToken ? { list: true } : {}, fault: { kind: 'hang' } }]);
        const caller = new AbortController();
        const reading = failureOf(readLists(connector, caller));
        await until(() => vendor.heldRequests().length > 0);
        caller.abort(new CrossvaultError({ code: 'interrupted', message: 'The caller no longer waits.' }));
        expect((await reading).code).toBe('interrupted');
        await until(() => vendor.heldRequests().length === 0 && vendor.requests.at(-1)?.status === 0);
      }),
    );
  });
}

async function expectRefusal(
  open: OpenInTrouble,
  certificate: CertificateKind,
  advice: RegExp,
  fetchOver?: ConnectorContext['fetch'],
): Promise<void> {
  let sent = 0;
  let ask: ConnectorContext['fetch'] = fetchOver ?? fetch;
  const counted: ConnectorContext['fetch'] = (request) => {
    sent += 1;
    return ask(request);
  };
  await withSimulator(open, { tls: { certificate }, connect: { fetch: counted } }, async (opened) => {
    ask = fetchOver ?? opened.world.fetch;
    const error = await failureOf(readLists(opened.connector, call));
    expect(error).toMatchObject({ code: 'certificate-refused', source: opened.vendor.connection.name });
    expect(error.message).toMatch(advice);
    expect(sent).toBe(1);
  });
}

async function withSimulator(
  open: OpenInTrouble,
  options: OpenOptions,
  run: (opened: OpenSimulator) => Promise<void>,
): Promise<void> {
  const opened = await open({ jobs: 10, ...options });
  try {
    await run(opened);
  } finally {
    await opened.close();
  }
}

/** Lets the event loop turn until something is so. It is an error of its own when that takes too many turns. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 50_000; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('It never came about.');
}
