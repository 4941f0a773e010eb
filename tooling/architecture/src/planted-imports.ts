import { manifest, type PlantedBreach, table } from './planted-breach.ts';

/** Breaches of the rules about layers and imports. */
export const plantedImports: readonly PlantedBreach[] = [
  [
    'every package stands in the layer table, and the table names nothing else',
    table('| `packages/zenith` | 3 | core, client-kit | |\n', ''),
    'packages/zenith has no row in the layer table',
  ],
  [
    'every package stands in the layer table, and the table names nothing else',
    table('| `packages/acme`', '| `packages/gone` | 3 | none | |\n| `packages/acme`'),
    'packages/gone is in the layer table and no package',
  ],
  [
    'every package stands in the layer table, and the table names nothing else',
    table('| `packages/acme`', '| `packages/engine` | 4 | core | |\n| `packages/acme`'),
    'packages/engine has two rows in the layer table',
  ],
  [
    'vendors, stores, the testkit, examples and READMEs import no internal entry point',
    { 'packages/acme/src/client/cursor.ts': "import { named } from '@crossvault/core/internal';\n" },
    'packages/acme/src/client/cursor.ts imports an internal entry point',
  ],
  [
    'vendors, stores, the testkit, examples and READMEs import no internal entry point',
    { 'examples/report/report.ts': "import { named } from '@crossvault/core/internal';\n" },
    'examples/report/report.ts imports an internal entry point',
  ],
  [
    'vendors, stores, the testkit, examples and READMEs import no internal entry point',
    { 'packages/testkit/src/memory-store.ts': "import { named } from '@crossvault/core/internal';\n" },
    'packages/testkit/src/memory-store.ts imports an internal entry point',
  ],
  [
    'the fakes of the testkit load no test runner',
    {
      'packages/testkit/package.json': '{ "name": "@crossvault/testkit" }',
      'packages/testkit/src/fakes/index.ts': "export { one } from '../one.ts';\n",
      'packages/testkit/src/one.ts': "import { expect } from 'vitest';\n",
    },
    'packages/testkit/src/one.ts imports vitest and is loaded with the fakes',
  ],
  [
    "a vendor's client loads no mapping, no connector, and of core no model",
    {
      'packages/acme/src/client/index.ts': "export { one } from './typed-client.ts';\n",
      'packages/acme/src/client/typed-client.ts': "import { one } from '../connector/key.ts';\n",
    },
    'packages/acme/src/client/typed-client.ts imports ../connector/key.ts and is loaded with a client',
  ],
  [
    "a vendor's client loads no mapping, no connector, and of core no model",
    { 'packages/client-kit/src/link.ts': "import { named } from '@crossvault/core';\n" },
    'packages/client-kit/src/link.ts imports @crossvault/core and is loaded with a client',
  ],
  [
    "a vendor's mapping imports nothing of its connector",
    { 'packages/acme/src/mapping/map-job.ts': "import { position } from '../connector/position.ts';\n" },
    'packages/acme/src/mapping/map-job.ts imports ../connector/position.ts, which stands behind it',
  ],
  [
    "a vendor's mapping imports nothing of its connector",
    { 'packages/zenith/src/mapping/map-job.ts': "import type { Position } from '../connector/position.ts';\n" },
    'packages/zenith/src/mapping/map-job.ts imports ../connector/position.ts, which stands behind it',
  ],
  [
    'the layer table only looks down',
    table('| 1 | core |', '| 1 | core, engine |'),
    'packages/client-kit may import packages/engine, which is no lower layer',
  ],
  [
    'source imports only the packages that the layer table permits',
    { 'packages/client-kit/src/job.ts': "import { named } from '@crossvault/engine';\n" },
    'packages/client-kit/src/job.ts imports packages/engine, which the layer table does not permit',
  ],
  [
    'source imports only the packages that the layer table permits',
    { 'packages/engine/src/fake.ts': "export { named } from '@crossvault/harness';\n" },
    'packages/engine/src/fake.ts imports tooling/harness, which the layer table does not permit',
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
    manifest('packages/engine', { dependencies: { '@crossvault/harness': '*' } }),
    'packages/engine/package.json has @crossvault/harness in its dependencies',
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
    {
      'packages/engine/src/queue.ts': "import { fake } from './queue.test.ts';\n",
      'packages/engine/src/queue.test.ts': 'export const fake = 1;\n',
    },
    'packages/engine/src/queue.ts imports ./queue.test.ts, which is not shipped',
  ],
  [
    'a package is imported through its exports, never through its folders',
    { 'packages/engine/src/queue.test.ts': "import type { Job } from '@crossvault/core/src/job.ts';\n" },
    'packages/engine/src/queue.test.ts reaches into another package: @crossvault/core/src/job.ts',
  ],
  [
    'a package is imported through its exports, never through its folders',
    { 'packages/engine/src/queue.ts': "import {\n  type Job,\n} from '../../core/src/job.ts';\n" },
    'packages/engine/src/queue.ts reaches into another package: ../../core/src/job.ts',
  ],
  [
    'the contract imports zod and nothing else, and looks at nothing around it',
    { 'packages/core/src/hash.ts': "import { createHash } from 'node:crypto';\n" },
    'packages/core/src/hash.ts imports node:crypto',
  ],
  [
    'the contract imports zod and nothing else, and looks at nothing around it',
    { 'packages/core/src/hash.ts': 'export const here = process.cwd();\n' },
    'packages/core/src/hash.ts looks at its surroundings',
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
    'the simulators share no code with what is judged by them',
    { 'packages/simulators/src/schedule.test.ts': "import { dueTimes } from '@crossvault/engine';\n" },
    'packages/simulators/src/schedule.test.ts imports packages/engine',
  ],
  [
    'the command loads the facade and the simulators only when they are needed',
    {
      ...manifest('apps/cli', { bin: { acme: './src/main.ts' } }),
      'apps/cli/src/main.ts': "import { serve } from './serve.ts';\n",
      'apps/cli/src/serve.ts': "import { type A, b } from '@crossvault/api';\n",
    },
    'apps/cli/src/serve.ts imports apps/api and is loaded at the start',
  ],
  [
    "no vendor's id is a text in shared code",
    { 'packages/engine/src/branch.ts': "export const isSlow = (id: string) => id === 'acme';\n" },
    "packages/engine/src/branch.ts says 'acme'",
  ],
  [
    "no vendor's id is a text in shared code",
    { 'packages/client-kit/src/branch.ts': 'export const key = `${name}/zenith`;\n' },
    "packages/client-kit/src/branch.ts says '/zenith'",
  ],
  [
    "a vendor's generated types are read by its client and its wire schemas alone",
    { 'packages/acme/src/mapping/map-job.ts': "import type { components } from '../generated/schema.ts';\n" },
    'packages/acme/src/mapping/map-job.ts imports ../generated/schema.ts',
  ],
];
