import { manifest, type PlantedBreach, table } from './planted-breach.ts';
import { soundText } from './sound-repository.ts';

const lines = (count: number): string => 'x\n'.repeat(count);
const home = ['', 'home', 'someone', 'data'].join('/');

/** Breaches of the rules about folders, manifests, documents and what files say. */
export const plantedFiles: readonly PlantedBreach[] = [
  [
    "every vendor's folder has the files that all of them have",
    { 'packages/acme/src/mapping/key.ts': null },
    'packages/acme/src/mapping/key.ts is missing',
  ],
  [
    "every vendor's folder has the files that all of them have",
    { 'packages/acme/src/connector/probe.test.ts': null },
    'packages/acme/src/connector/probe.test.ts is missing',
  ],
  [
    "every vendor's folder has the files that all of them have",
    { 'packages/zenith/openapi/zenith.yaml': null },
    'packages/zenith/openapi/zenith.yaml is missing',
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
    'every command that starts npx answers its question with -y',
    { 'docs/start.md': `Run \`${['npx', 'pnpm@10'].join(' ')} demo\`.\n` },
    `docs/start.md says "${['npx', 'pnpm@'].join(' ')}" without -y`,
  ],
  [
    'a link of a page leads to a page or a heading that is there',
    { 'docs/start.md': 'Read [the rest](../gone.md).\n' },
    'docs/start.md links ../gone.md, which is not there',
  ],
  [
    'a link of a page leads to a page or a heading that is there',
    { 'docs/start.md': '# Start\n\n[Here](#start), [there](end.md#the-end).\n', 'docs/end.md': '# End\n' },
    'docs/start.md links #the-end of docs/end.md, which has no such heading',
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
  ['every manifest names the licence Apache-2.0', { 'package.json': '{}' }, 'package.json has the licence (none)'],
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
    'every README has an example in TypeScript',
    { 'packages/engine/README.md': '# engine\n' },
    'packages/engine/README.md has no example in a block of ts',
  ],
  [
    'docs/architecture.md is one page, and what it names is there',
    { 'docs/architecture.md': soundText('docs/architecture.md') + lines(90) },
    'docs/architecture.md has 104 lines, more than 90',
  ],
  [
    'docs/architecture.md is one page, and what it names is there',
    { 'docs/architecture.md': `${soundText('docs/architecture.md')}\n\`packages/engine/src/gone.ts\`\n` },
    'docs/architecture.md names packages/engine/src/gone.ts, which is not there',
  ],
  [
    'the way from an endpoint to a mapper is at most five files long',
    table('1. `apps/api', '- `apps/api'),
    'docs/architecture.md shows no way from an endpoint to a mapper',
  ],
  [
    'the way from an endpoint to a mapper is at most five files long',
    table('2. `packages', `${'2. `packages/engine/src/index.ts`\n'.repeat(4)}6. \`packages`),
    'The way of docs/architecture.md has 6 files, more than 5',
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
    `packages/engine/README.md names ${home.replace('/data', '')}`,
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
