import { requiredFiles } from './vendor-folder-rules.ts';
import { toWorkspace, type Workspace } from './workspace.ts';

type Files = Readonly<Record<string, string | null>>;

const layers = `
| \`packages/core\` | 0 | none | |
| \`packages/client-kit\` | 1 | core | |
| \`packages/acme\` | 3 | core, client-kit | |
| \`packages/zenith\` | 3 | core, client-kit | |
| \`packages/engine\` | 4 | core | |
| \`packages/runtime\` | 5 | core, engine, vendors | |
| \`apps/api\` | 6 | core, engine | |
| \`apps/cli\` | 7 | core, api, simulators | |
| \`packages/simulators\` | beside | none | |
| \`tooling/harness\` | beside | core | |

1. \`apps/api/src/index.ts\` asks
2. \`packages/acme/src/mapping/map-job.ts\` for the job.
`;

const readme = '# A package\n\n```ts\nimport assert from "node:assert";\nassert(true);\n```\n';
const harness = '@crossvault/harness';

function publish(folder: string, dependencies: readonly string[], more: Files = {}): Files {
  const names = dependencies.map((name) => `@crossvault/${name}`);
  const references = dependencies.map((name) => ({
    path: `../../${name === 'api' ? 'apps' : 'packages'}/${name}/tsconfig.build.json`,
  }));
  return {
    [`${folder}/package.json`]: JSON.stringify({
      name: `@crossvault/${folder.split('/').at(-1)}`,
      license: 'Apache-2.0',
      exports: { '.': './src/index.ts' },
      publishConfig: { exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } },
      dependencies: { zod: '*', ...Object.fromEntries(names.map((name) => [name, '*'])) },
      devDependencies: { vitest: '*', ...(folder === 'tooling/harness' ? {} : { [harness]: '*' }) },
    }),
    [`${folder}/tsconfig.build.json`]: JSON.stringify({ exclude: ['src/**/*.test.ts'], references }),
    [`${folder}/src/index.ts`]: "export const named = 'a text';\n",
    [`${folder}/README.md`]: readme,
    ...more,
  };
}

function vendor(name: string, title: string): Files {
  const folder = `packages/${name}`;
  const own = requiredFiles(name).filter((file) => file.startsWith('openapi/') || file.startsWith('src/'));
  return publish(folder, ['core', 'client-kit'], {
    ...Object.fromEntries(
      own.map((file) => [`${folder}/${file}`, file.endsWith('.ts') ? 'export const one = 1;\n' : 'text\n']),
    ),
    [`${folder}/src/client/client.ts`]:
      "import type { paths } from '../generated/schema.ts';\nexport type P = paths;\n",
    [`${folder}/src/mapping/wire.ts`]: "import type { paths } from '../generated/schema.ts';\nexport type W = paths;\n",
    [`${folder}/src/connector/__fixtures__/list-jobs.empty.json`]: '{}\n',
    [`${folder}/src/index.ts`]: [
      `import type { VendorDefinition } from '@crossvault/core';`,
      `export const ${name}: VendorDefinition<${title}Config> = {};`,
      `export type { ${title}Config };\n`,
    ].join('\n'),
  });
}

const built = ['core', 'client-kit', 'acme', 'zenith', 'engine', 'runtime', 'simulators'];

const soundFiles: Files = {
  'docs/architecture.md': layers,
  'package.json': JSON.stringify({ license: 'Apache-2.0' }),
  'tsconfig.build.json': JSON.stringify({
    references: [...built.map((name) => `packages/${name}`), 'apps/api', 'apps/cli'].map((folder) => ({
      path: `${folder}/tsconfig.build.json`,
    })),
  }),
  ...publish('packages/core', []),
  ...publish('packages/client-kit', ['core']),
  ...vendor('acme', 'Acme'),
  ...vendor('zenith', 'Zenith'),
  ...publish('packages/engine', ['core']),
  ...publish('packages/runtime', ['core', 'engine', 'acme', 'zenith']),
  ...publish('packages/simulators', []),
  ...publish('apps/api', ['core', 'engine']),
  ...publish('apps/cli', ['core', 'api', 'simulators']),
  ...publish('tooling/harness', [], {
    'tooling/harness/package.json': JSON.stringify({
      name: harness,
      private: true,
      license: 'Apache-2.0',
      exports: { '.': './src/index.ts' },
    }),
  }),
};

/** The text of one of the sound repository's files. */
export const soundText = (path: string): string => soundFiles[path] ?? '';

/** A small repository that keeps every rule, with these files put in their place; null takes one away. */
export function plant(files: Files = {}): Workspace {
  const planted = Object.entries({ ...soundFiles, ...files });
  return toWorkspace(planted.flatMap(([path, text]) => (text === null ? [] : [{ path, text }])));
}
