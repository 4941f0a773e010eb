import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfiguration, openRuntime } from '../index.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'own-vendors-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const takesAll = 'configSchema: { safeParse: (data) => ({ success: true, data }) }';

/** The faults of connections, one for each module; the last of them is sound. */
async function faultsOf(...modules: readonly string[]): Promise<readonly (string | null)[]> {
  const sound = `export default { id: 'sound', title: 'Sound', ${takesAll}, connect() {} };`;
  const entries = [...modules, sound].map(async (text, index) => {
    await writeFile(join(cwd, `vendor${index}.mjs`), text);
    return `  - { name: c${index}, vendor: ./vendor${index}.mjs, token: "\${TOKEN${index}}" }\n`;
  });
  await writeFile(join(cwd, 'crossvault.yaml'), `connections:\n${(await Promise.all(entries)).join('')}`);
  const environment = { TOKEN0: 'canary-of-zero', TOKEN1: 'canary-of-one', TOKEN2: 'canary-of-two' };
  const { connections } = await loadConfiguration({ cwd, environment });
  return connections.map(({ fault }) => fault?.message ?? null);
}

test('what a module throws is shown without the secrets of any connection, and hides no other connection', async () => {
  expect(await faultsOf('throw new Error("refused canary-of-zero and canary-of-two");', 'throw null;')).toEqual([
    'crossvault.yaml:2: connections[0].vendor is ./vendor0.mjs, which could not be loaded: refused [redacted] and [redacted]',
    'crossvault.yaml:3: connections[1].vendor is ./vendor1.mjs, which could not be loaded: null',
    null,
  ]);
});

test.each([
  ['throws', 'safeParse() { throw new Error("no schema for canary-of-zero"); }', /failed: no schema for \[redacted\]$/],
  ['answers with nothing', 'safeParse() {}', /failed: /],
  ['answers later', 'async safeParse() { return { success: true }; }', /failed: /],
])('a schema that %s is a fault of its own connection', async (_, schema, message) => {
  const module = `export default { id: 'faulty', title: 'Faulty', configSchema: { ${schema} }, connect() {} };`;
  const [fault, other] = await faultsOf(module);
  expect(fault).toMatch(/^crossvault.yaml:2: connections\[0\]\.vendor is \.\/vendor0\.mjs, whose configSchema /);
  expect(fault).toMatch(message);
  expect(other).toBe(null);
});

test('a module without a connector is named, and its connection fails', async () => {
  await writeFile(join(cwd, 'none.mjs'), `export default { id: 'none', title: 'None', ${takesAll}, connect() {} };`);
  await writeFile(
    join(cwd, 'crossvault.yaml'),
    'connections: [{ name: one, vendor: ./none.mjs }]\nstore: { type: none }\n',
  );
  const { engine, close } = await openRuntime({ cwd });
  await expect(engine.listJobs()).rejects.toThrow('one: The vendor none returned no connector from its connect.');
  await close();
});
