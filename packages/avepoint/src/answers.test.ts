import { Secret } from '@crossvault/core';
import {
  type AnswerValidator,
  createAnswerValidator,
  type OpenSimulator,
  openSimulator,
  worldOf,
} from '@crossvault/harness';
import { type AvepointOptions, createAppCertificate } from '@crossvault/simulators';
import { createTestContext, everything, readLists, recordsOf } from '@crossvault/testkit';
import { beforeAll, expect, test } from 'vitest';
import { avepointConfigSchema } from './config.ts';
import { avepoint } from './index.ts';

const call = { signal: new AbortController().signal };
const start = '2026-03-02T12:00:00Z';
const document = new URL('../openapi/avepoint.yaml', import.meta.url);

function connectTo({ vendor, simulators }: OpenSimulator, keys: object, watch: AnswerValidator['watch']) {
  const settings = vendor.connection.settings(() => '');
  const credential = {
    ...Object(settings['credential']),
    clientSecret: new Secret(vendor.connection.secrets['secret'] ?? ''),
  };
  const config = avepointConfigSchema.parse({ ...settings, credential, ...keys });
  const { clock, fetch } = worldOf(simulators);
  return avepoint.connect(config, createTestContext({ connection: 'm365', clock, fetch: watch(fetch) }));
}

// No clock sees how long the loading of a module takes.
beforeAll(() => import('jose'));

/** Every fleet has a job with a count that is no number, on purpose: the one thing that no document would allow. */
async function mend({ connector, vendor }: OpenSimulator): Promise<void> {
  const records = await readLists(connector, call).then(recordsOf, () => []);
  for (const { job, raw } of records) {
    if (JSON.stringify(raw).includes('"many"')) vendor.changeJob(job.nativeId, { merge: { backupDetails: null } });
  }
}

test('every answer of the simulated vendor is as the document says, and every documented operation is exercised', async () => {
  const validator = createAnswerValidator({ documents: [document] });
  const send = validator.watch((request) => fetch(request));
  const own = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-06-01' });

  async function visit(options: AvepointOptions, keys: object, look: (world: OpenSimulator) => Promise<unknown>) {
    const world = await openSimulator('avepoint', avepoint, { jobs: 80, seed: 4, start, avepoint: options });
    try {
      await mend(world);
      const connector = connectTo(world, keys, validator.watch);
      await look({ ...world, connector });
      await connector.probe(call);
    } finally {
      await world.close();
    }
  }

  await visit({}, {}, async ({ connector, vendor }) => {
    const records = recordsOf(await readLists(connector, call, everything, 7));
    expect(records).toHaveLength(vendor.truth().length);
    for (const { key } of records) await connector.getJob(key, call);
    await connector.findJobs('unknown', call);
    await connector.plans?.list({ size: 100, token: null }, call);
    vendor.expireToken();
    await readLists(connector, call);
  });
  await visit({}, { jobsPath: '/backup/m365/jobs' }, async ({ connector }) =>
    readLists(connector, call, everything, 7),
  );
  for (const tenant of ['unlicensed', 'elsewhere'] as const) await visit({ tenant }, {}, async () => undefined);
  await visit({ scopes: [] }, {}, async () => undefined);
  await visit({ certificates: [own.certificate] }, {}, async (world) => {
    const { credential } = world.vendor.connection.settings(() => '');
    const path = new Secret(own.privateKey + own.certificate);
    const certificate = { type: 'certificate', clientId: Object(credential).clientId, path };
    await readLists(connectTo(world, { credential: certificate }, validator.watch), call);
  });
  await visit({}, {}, async ({ vendor }) => {
    const ask = (path: string, token: string) =>
      send(new Request(`${vendor.url}${path}`, { headers: { authorization: `Bearer ${token}` } }));
    for (const path of ['/backup/m365/cloudbackupjobs?pageSize=0', '/backup/m365/cloudbackupjobs/none']) {
      await ask(path, vendor.tokens.valid);
    }
    await ask('/backup/m365/cloudbackupjobs', vendor.tokens.expired);
  });

  expect([...validator.violations]).toEqual([]);
  expect(validator.unexercised()).toEqual([]);
  expect(validator.answers).toBeGreaterThan(100);
});
