import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { readVersion } from '../program/version.ts';
import { importDirectly, isOurs } from './direct-imports.ts';
import { lightenBuiltins } from './light-builtins.ts';
import { writeLicenses } from './third-party-licenses.ts';

const repository = join(import.meta.dirname, '../../../..');
/** What is loaded by its address has to stand beside the part that loads it: threads of the store, and tables of widths. */
const threadOf = (name: string): string => join(repository, `packages/store/src/sqlite/${name}.ts`);

/**
 * Bundles the command into a folder: an entry, and parts that are loaded when a command needs them. Our modules have no
 * effects when they are loaded, so a part has only the modules that its commands use.
 */
export async function bundleCommand(folder: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: {
      main: join(import.meta.dirname, 'entry.ts'),
      'parts/sqlite-worker': threadOf('sqlite-worker'),
      'parts/sqlite-reader': threadOf('sqlite-reader'),
      'parts/wide-text-width': join(import.meta.dirname, '../output/wide-text-width.ts'),
    },
    outdir: folder,
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.18',
    minify: true,
    // Texts of one byte a character are read and compiled faster.
    charset: 'ascii',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [knowVersion, leavePgNative, lightenBuiltins, importDirectly, markPure],
  });
  await writeLicenses(metafile, repository, join(folder, 'THIRD-PARTY-LICENSES.txt'));
  return metafile;
}

/** The version stands in the text: the bundle has its package.json elsewhere. */
const knowVersion: Plugin = {
  name: 'know-version',
  setup({ onLoad }) {
    const contents = `export const readVersion = () => ${JSON.stringify(readVersion())};`;
    onLoad({ filter: /apps\/cli\/src\/program\/version\.ts$/ }, () => ({ contents }));
  },
};

/** An optional native client that pg looks for and we do not have. */
const leavePgNative: Plugin = {
  name: 'leave-pg-native',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^pg-native$/ }, () => ({ path: 'pg-native', namespace: 'absent' }));
    onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
      contents: "throw new Error('pg-native is not installed')",
    }));
  },
};

const inner = Symbol('asked by this plugin');

/** Our modules have no effects when they are loaded, other than the entry and the checks of the Node version. */
const markPure: Plugin = {
  name: 'mark-pure',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, kind, importer, resolveDir, with: attributes }) => {
      if (pluginData === inner || kind === 'entry-point' || isBuiltin(path)) return null;
      const found = await resolve(path, { kind, importer, resolveDir, with: attributes, pluginData: inner });
      const isPure = isOurs(found.path) && !/require-node\.ts$/.test(found.path);
      return isPure ? { ...found, sideEffects: false } : found;
    });
  },
};
