import { expect, test } from 'vitest';
import { rules } from './rules.ts';
import { plant, soundText } from './sound-repository.ts';

const find = (sentence: string, files: Readonly<Record<string, string | null>>): readonly string[] => {
  const rule = rules.find((each) => each.sentence === sentence);
  if (rule === undefined) throw new Error(`No rule says: ${sentence}`);
  return rule.findBreaches(plant(files));
};

const manifest = (folder: string, change: object): Record<string, string> => ({
  [`${folder}/package.json`]: JSON.stringify({ ...JSON.parse(soundText(`${folder}/package.json`)), ...change }),
});
const table = (...[from, to]: [string, string]): Record<string, string> => ({
  'ARCHITECTURE.md': soundText('ARCHITECTURE.md').replace(from, to),
});
const lines = (count: number): string => 'x\n'.repeat(count);
const home = ['', 'home', 'someone', 'data'].join('/');

test.each(rules)('in a sound repository $sentence', ({ findBreaches }) => {
  expect(findBreaches(plant())).toEqual([]);
});

/** Sentence of the rule, files that break it, and the one text that the breach is told with. */
const breaches: readonly (readonly [string, Readonly<Record<string, string | null>>, string])[] = [
  [
    'every package stands in the layer table, and the table names nothing else',
    table('| `packages/zenith` | 3 | contract, client-kit | |\n', ''),
    'packages/zenith has no row in the layer table',
  ],
  [
    'every package stands in the layer table, and the table names nothing else',
    table('| `packages/acme`', '| `packages/gone` | 3 | none | |\n| `packages/acme`'),
    'packages/gone is in the layer table and no package',
  ],
  [
    'every package stands in the layer table, and the table names nothing else',
    table('| `packages/acme`', '| `packages/engine` | 4 | contract | |\n| `packages/acme`'),
    'packages/engine has two rows in the layer table',
  ],
  [
    'the layer table only looks down',
    table('| 1 | contract |', '| 1 | contract, engine |'),
    'packages/client-kit may import packages/engine, which is no lower layer',
  ],
  [
    'source imports only the packages that the layer table permits',
    { 'packages/client-kit/src/job.ts': "import { named } from '@crossvault/engine';\n" },
    'packages/client-kit/src/job.ts imports packages/engine, which the layer table does not permit',
  ],
  [
    'source imports only the packages that the layer table permits',
    { 'packages/engine/src/fake.ts': "export { named } from '@crossvault/testkit';\n" },
    'packages/engine/src/fake.ts imports tooling/testkit, which the layer table does not permit',
  ],
  [
    'manifests depend only on the packages that the layer table permits',
    manifest('packages/engine', { dependencies: { '@crossvault/runtime': '*' } }),
    'packages/engine/package.json depends on packages/runtime, which the layer table does not permit',
  ],
  [
    'manifests depend only on the packages that the layer table permits',
    manifest('packages/engine', { devDependencies: { '@crossvault/acme': '*' } }),
    'packages/engine/package.json depends on packages/acme, which the layer table does not permit',
  ],
  [
    'nothing that is published depends on tooling',
    manifest('packages/engine', { dependencies: { '@crossvault/testkit': '*' } }),
    'packages/engine/package.json has @crossvault/testkit in its dependencies',
  ],
  [
    'source imports only what its manifest declares',
    { 'packages/engine/src/queue.ts': "import PQueue from 'p-queue/deep';\n" },
    'packages/engine/src/queue.ts imports p-queue, which its package does not declare',
  ],
  [
    'source imports only what its manifest declares',
    { 'packages/engine/src/queue.ts': "const { test } = await import('vitest');\n" },
    'packages/engine/src/queue.ts imports vitest, which its package does not declare',
  ],
  [
    'what is shipped imports nothing that is kept back for tests',
    { 'packages/engine/src/queue.ts': "import { fake } from './readme.test.ts';\n" },
    'packages/engine/src/queue.ts imports ./readme.test.ts, which is not shipped',
  ],
  [
    'a package is imported through its exports, never through its folders',
    { 'packages/engine/src/queue.test.ts': "import type { Job } from '@crossvault/contract/src/job.ts';\n" },
    'packages/engine/src/queue.test.ts reaches into another package: @crossvault/contract/src/job.ts',
  ],
  [
    'a package is imported through its exports, never through its folders',
    { 'packages/engine/src/queue.ts': "import {\n  type Job,\n} from '../../contract/src/job.ts';\n" },
    'packages/engine/src/queue.ts reaches into another package: ../../contract/src/job.ts',
  ],
  [
    'the contract imports zod and nothing else, and needs no Node',
    { 'packages/contract/src/hash.ts': "import { createHash } from 'node:crypto';\n" },
    'packages/contract/src/hash.ts imports node:crypto',
  ],
  [
    'the contract imports zod and nothing else, and needs no Node',
    { 'packages/contract/src/hash.ts': "export const bytes = Buffer.from('');\n" },
    'packages/contract/src/hash.ts needs Node',
  ],
  [
    'the engine and the store know no vendor, no HTTP library and no environment',
    { 'packages/engine/src/shortcut.ts': "import { acme } from '@crossvault/acme';\n" },
    'packages/engine/src/shortcut.ts imports @crossvault/acme',
  ],
  [
    'the engine and the store know no vendor, no HTTP library and no environment',
    { 'packages/engine/src/shortcut.ts': "import createClient from 'openapi-fetch';\n" },
    'packages/engine/src/shortcut.ts imports openapi-fetch',
  ],
  [
    'the engine and the store know no vendor, no HTTP library and no environment',
    { 'packages/engine/src/shortcut.ts': 'export const level = process.env.LEVEL;\n' },
    'packages/engine/src/shortcut.ts reads the environment',
  ],
  [
    'the engine and the store know no vendor, no HTTP library and no environment',
    { 'packages/engine/src/shortcut.ts': "import { env } from 'node:process';\n" },
    'packages/engine/src/shortcut.ts reads the environment',
  ],
  [
    'a vendor knows no other vendor',
    { 'packages/acme/src/borrowed.test.ts': "import { zenith } from '@crossvault/zenith';\n" },
    'packages/acme/src/borrowed.test.ts imports packages/zenith',
  ],
  [
    'an app knows neither a vendor nor the kit of the vendors',
    { 'apps/api/src/direct.ts': "import { acme } from '@crossvault/acme';\n" },
    'apps/api/src/direct.ts imports packages/acme',
  ],
  [
    'an app knows neither a vendor nor the kit of the vendors',
    { 'apps/cli/src/direct.ts': "import { createTransport } from '@crossvault/client-kit';\n" },
    'apps/cli/src/direct.ts imports packages/client-kit',
  ],
  [
    'the command loads the facade and the simulators only when they are needed',
    { 'apps/cli/src/serve.ts': "import { type A, b } from '@crossvault/api';\n" },
    'apps/cli/src/serve.ts imports apps/api before it is needed',
  ],
  [
    "no vendor's id is a text in shared code",
    { 'packages/engine/src/branch.ts': "export const isSlow = (id: string) => id === 'acme';\n" },
    "packages/engine/src/branch.ts says 'acme'",
  ],
  [
    "no vendor's id is a text in shared code",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the planted file has a template
    { 'packages/client-kit/src/branch.ts': 'export const key = `${name}/zenith`;\n' },
    "packages/client-kit/src/branch.ts says '/zenith'",
  ],
  [
    "a vendor's generated types are read by its client and its wire schemas alone",
    { 'packages/acme/src/connector/map-job.ts': "import type { components } from '../generated/schema.ts';\n" },
    'packages/acme/src/connector/map-job.ts imports ../generated/schema.ts',
  ],
  [
    "every vendor's folder has the files that all of them have",
    { 'packages/acme/src/connector/key.ts': null },
    'packages/acme/src/connector/key.ts is missing',
  ],
  [
    "every vendor's folder has the files that all of them have",
    { 'packages/acme/src/connector/__fixtures__/list-jobs.empty.json': null },
    'packages/acme/src/connector/__fixtures__/ is missing',
  ],
  [
    "a vendor's package exports its definition and the type of its configuration",
    { 'packages/acme/src/index.ts': `${soundText('packages/acme/src/index.ts')}export { mapJob } from './a.ts';\n` },
    'packages/acme/src/index.ts exports const acme: VendorDefinition<AcmeConfig>, type AcmeConfig, mapJob',
  ],
  [
    "a vendor's package exports its definition and the type of its configuration",
    { 'packages/acme/src/index.ts': "export * from './connector/connector.ts';\n" },
    'packages/acme/src/index.ts exports *',
  ],
  [
    'what a manifest exports or starts is there',
    manifest('packages/engine', { exports: { '.': './src/engine.ts' } }),
    'packages/engine/package.json points at "./src/engine.ts", which is no file',
  ],
  [
    'what a manifest exports or starts is there',
    manifest('packages/engine', { bin: { engine: './src/main.ts' } }),
    'packages/engine/package.json points at "./src/main.ts", which is no file',
  ],
  [
    'what is published is what is exported, built',
    manifest('packages/engine', { publishConfig: { exports: { '.': './dist/index.js' } } }),
    'packages/engine/package.json publishes other exports than it has',
  ],
  [
    'what is published is what is exported, built',
    manifest('packages/engine', { bin: { engine: './src/index.ts' } }),
    'packages/engine/package.json publishes other bin than it has',
  ],
  [
    'every manifest names the licence Apache-2.0',
    manifest('packages/engine', { license: 'MIT' }),
    'packages/engine/package.json has the licence MIT',
  ],
  ['every manifest names the licence Apache-2.0', { 'package.json': '{}' }, 'package.json has the licence of nobody'],
  [
    'every published package is built after those that it depends on',
    { 'packages/engine/tsconfig.build.json': '{ "exclude": ["src/**/*.test.ts"] }' },
    'packages/engine/tsconfig.build.json refers to other packages than packages/engine depends on',
  ],
  [
    'every published package is built after those that it depends on',
    { 'tsconfig.build.json': soundText('tsconfig.build.json').replace('packages/zenith', 'packages/gone') },
    'tsconfig.build.json does not build packages/zenith',
  ],
  [
    'every package has a README of at most 60 lines',
    { 'packages/engine/README.md': null },
    'packages/engine/README.md is missing',
  ],
  [
    'every package has a README of at most 60 lines',
    { 'packages/engine/README.md': lines(61) },
    'packages/engine/README.md has 61 lines, more than 60',
  ],
  [
    'every README has an example in TypeScript, and a test that runs it',
    { 'packages/engine/README.md': '# engine\n' },
    'packages/engine/README.md has no example in a block of ts',
  ],
  [
    'every README has an example in TypeScript, and a test that runs it',
    { 'packages/engine/src/readme.test.ts': '// runReadme()\n' },
    'packages/engine/src/readme.test.ts does not run the README',
  ],
  [
    'ARCHITECTURE.md is one page, and what it names is there',
    { 'ARCHITECTURE.md': soundText('ARCHITECTURE.md') + lines(90) },
    'ARCHITECTURE.md has 105 lines, more than 90',
  ],
  [
    'ARCHITECTURE.md is one page, and what it names is there',
    { 'ARCHITECTURE.md': `${soundText('ARCHITECTURE.md')}\n\`packages/engine/src/gone.ts\`\n` },
    'ARCHITECTURE.md names packages/engine/src/gone.ts, which is not there',
  ],
  [
    'the way from an endpoint to a mapper is at most five files long',
    table('1. `apps/api', '- `apps/api'),
    'ARCHITECTURE.md shows no way from an endpoint to a mapper',
  ],
  [
    'the way from an endpoint to a mapper is at most five files long',
    table('2. `packages', `${'2. `packages/engine/src/index.ts`\n'.repeat(4)}6. \`packages`),
    'The way of ARCHITECTURE.md has 6 files, more than 5',
  ],
  [
    'no file or folder is named like a drawer',
    { 'packages/engine/src/shared/order.ts': '' },
    'packages/engine/src/shared/order.ts is named like a drawer',
  ],
  [
    'no file or folder is named like a drawer',
    { 'packages/engine/src/utils.test.ts': '' },
    'packages/engine/src/utils.test.ts is named like a drawer',
  ],
  [
    'no shipped file is longer than 250 lines',
    { 'packages/engine/src/order.ts': lines(251) },
    'packages/engine/src/order.ts has 251 lines, more than 250',
  ],
  [
    'nothing names a path of one machine',
    { 'packages/engine/README.md': `See ${home}.\n` },
    'packages/engine/README.md names /home/someone',
  ],
  [
    'nothing is typed any',
    { 'packages/engine/src/order.ts': 'export const sort = (rows: readonly any[]) => rows;\n' },
    'packages/engine/src/order.ts says any',
  ],
  [
    'no package casts more often than its ceiling allows',
    { 'packages/engine/src/order.ts': 'export const first = (rows: unknown) => rows as string[];\n' },
    'packages/engine casts 1 times, more than 0: packages/engine/src/order.ts (1)',
  ],
  [
    'no comment leaves something for later',
    { 'packages/engine/src/order.ts': `// ${'TO'}${'DO'} sort\n` },
    `packages/engine/src/order.ts says // ${'TO'}${'DO'} sort`,
  ],
  [
    'every test runs, and none runs alone',
    { 'packages/engine/src/order.test.ts': "test.only('a', () => {});\n" },
    'packages/engine/src/order.test.ts has test.only',
  ],
  [
    'every test runs, and none runs alone',
    { 'packages/engine/src/order.test.ts': "describe\n  .skip('a', () => {});\n" },
    'packages/engine/src/order.test.ts has describe\n  .skip',
  ],
];

test.each(breaches)('"%s" is broken by a planted breach, which is named', (sentence, files, told) => {
  expect(find(sentence, files)).toEqual([told]);
});

test('every rule has been seen to break', () => {
  const broken = new Set(breaches.map(([sentence]) => sentence));
  expect(rules.map(({ sentence }) => sentence).filter((sentence) => !broken.has(sentence))).toEqual([]);
});

/** What looks like a breach and is none. */
test.each([
  ['a word in a comment', { 'packages/engine/src/order.ts': "// any, as ever: import 'express'\n" }],
  ['a word in a text', { 'packages/engine/src/order.ts': "export const hint = 'use it as any other; process.env';\n" }],
  [
    'a word in a template',
    { 'packages/engine/src/order.ts': 'export const hint = `as any ${[1].map(String)} as any`;\n' },
  ],
  [
    'a word in a pattern',
    { 'packages/engine/src/order.ts': "export const hint = /'as any/;\nexport const two = 'a';\n" },
  ],
  ['a method called any', { 'packages/engine/src/order.ts': 'export const first = Promise.any([]);\n' }],
  ['as const', { 'packages/engine/src/order.ts': 'export const words = [1] as const;\n' }],
  ['a renamed import', { 'packages/engine/src/order.ts': "import { named as job } from '@crossvault/contract';\n" }],
  ['a type that the command imports', { 'apps/cli/src/serve.ts': "import type { named } from '@crossvault/api';\n" }],
  ['a late import of the command', { 'apps/cli/src/serve.ts': "export const a = () => import('@crossvault/api');\n" }],
  ['a longer word with an id in it', { 'packages/engine/src/order.ts': "export const word = 'acme-like';\n" }],
  [
    'an address with a folder called home',
    { 'packages/engine/README.md': `${soundText('packages/engine/README.md')}https://a.example${home}\n` },
  ],
  ['a long table of documented data', { 'packages/simulators/src/acme/documented.ts': lines(400) }],
  ['a long generated file', { 'packages/acme/src/generated/schema.ts': 'export const any: any = 1;\n'.repeat(400) }],
])('%s breaks no rule', (_case, files) => {
  const workspace = plant(files);
  expect(rules.flatMap(({ findBreaches }) => findBreaches(workspace))).toEqual([]);
});
