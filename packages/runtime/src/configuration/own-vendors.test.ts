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

/** An open runtime with one connection, whose vendor's module is this one. */
async function openOne(text: string) {
  await writeFile(join(cwd, 'mine.mjs'), text);
  const connections = '[{ name: one, vendor: ./mine.mjs, token: "${TOKEN}" }]';
  await writeFile(join(cwd, 'crossvault.yaml'), `connections: ${connections}\nstore: { type: none }\n`);
  return openRuntime({ cwd, environment: { TOKEN: 'canary-of-one' } });
}

const probeCall = { signal: new AbortController().signal };

test.each([
  ['returns nothing', '', 'it returned no connector'],
  ['throws', 'throw new TypeError("no canary-of-one");', 'no [redacted]'],
])('a connect that %s is a fault of its module, which doctor names', async (_, body, reason) => {
  const { engine, close } = await openOne(
    `export default { id: 'mine', title: 'Mine', ${takesAll}, connect() { ${body} } };`,
  );
  const fault = `crossvault.yaml:1: connections[0].vendor is ./mine.mjs, whose connect failed: ${reason}`;
  await expect(engine.listJobs()).rejects.toThrow(`one: ${fault}`);
  expect((await engine.probe('one', probeCall)).steps).toMatchObject([
    {
      name: 'configuration',
      ok: false,
      code: 'configuration-invalid',
      detail: fault,
      advice: expect.stringMatching('the module that it names'),
    },
  ]);
  await close();
});

test('what a connector of a module throws later names the module, and no secret', async () => {
  const { engine, close } = await openOne(
    `const fail = async () => { throw new TypeError('no canary-of-one'); };
     const connector = { vendor: 'mine', addresses: [], history: 'full', mapperVersion: 1, condition: () => ({}),
       close: async () => undefined, jobLists: fail, listJobs: fail, findJobs: fail, getJob: fail, probe: fail };
     export default { id: 'mine', title: 'Mine', ${takesAll}, connect: () => connector };`,
  );
  const [step] = (await engine.probe('one', probeCall)).steps;
  expect(step).toMatchObject({
    code: 'internal-error',
    detail: 'The vendor module ./mine.mjs failed: no [redacted]',
    advice: 'This is a fault of ./mine.mjs, which is no part of Crossvault: mend it there.',
  });
  await expect(engine.listJobs()).rejects.toThrow('The vendor module ./mine.mjs failed: no [redacted]');
  await close();
});
