import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scopes } from '@crossvault/core/store';
import { openRuntime } from '@crossvault/runtime';
import { startSimulators, writeConfiguration } from '@crossvault/simulators';
import { patientCall, silentLogger } from '@crossvault/testkit';
import { expect, test, vi } from 'vitest';
import { createServer } from './http/server.ts';
import { sendRaw } from './testing/raw-request.ts';

// A console and a server are started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

test('removing a plan without a choice for its recovery points is refused, and nothing is changed', async () => {
  const simulators = await startSimulators({ vendors: ['veeam-spc'], jobs: 4, veeamSpc: { apiVersion: 'v3' } });
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-unsaid-'));
  const vendor = simulators.vendor('veeam-spc');
  const configPath = await writeConfiguration(folder, [vendor]);
  const runtime = await openRuntime({ configPath, environment: {}, logger: silentLogger, makeStore: true });
  const { engine } = runtime;
  const listen = { host: '127.0.0.1', port: 0 };
  const server = await createServer({ engine, listen, logger: silentLogger, clock: simulators.clock });
  try {
    const actor = { name: 'tester', scopes, connections: null };
    const made = await engine.createKey({ name: 'every', scopes, connections: null, expiresAt: null }, actor);
    const { records } = await engine.plans({}, { limit: 50, cursor: null, strict: true, fresh: true }, patientCall);
    const removable = records.find(({ thing }) => thing.actions.includes('remove'))?.thing;
    const before = vendor.requests.length;
    const reply = await sendRaw(server.url, {
      method: 'POST',
      path: `/v1/plans/${removable?.id}/remove`,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${made.token.reveal()}` },
      body: JSON.stringify({ confirm: removable?.name }),
    });
    expect(reply.body).toMatchObject({ status: 400, code: 'invalid-parameter', parameter: 'removeRestorePoints' });
    expect(vendor.requests.slice(before)).toEqual([]);
  } finally {
    await server.close();
    await runtime.close();
    await simulators.close();
    await rm(folder, { recursive: true });
  }
});
