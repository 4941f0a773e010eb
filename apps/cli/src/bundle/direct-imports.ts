import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

type Exports = ReadonlyMap<string, { readonly file: string; readonly name: string }>;

/** Whether a file is a source of this repository, and no dependency. */
export const isOurs = (path: string): boolean => /\/(?:apps|packages)\/[^/]+\/src\/.*\.ts$/.test(path);

/**
 * Imports every name from the module that defines it. esbuild gives a command whatever any command uses of an index that both
 * import: a list would load the schemas of the REST API. And it drops what is unused of a namespace, and not of an object
 * with the same members: zod has fifty languages.
 */
export const importDirectly: Plugin = {
  name: 'import-directly',
  setup({ onLoad, resolve }) {
    const indexes = new Map<string, Promise<Exports>>();
    const exportsOf = (index: string): Promise<Exports> => {
      const known = indexes.get(index) ?? readExports(index);
      indexes.set(index, known);
      return known;
    };
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!isOurs(path) || path.endsWith('/index.ts')) return null;
      let text = (await readFile(path, 'utf8')).replace(/^import \{ z \} from 'zod';$/m, "import * as z from 'zod';");
      for (const [statement, clause = '', specifier = ''] of text.matchAll(
        /^import \{([^}]*)\} from '(@crossvault\/[\w-]+(?:\/[\w-]+)?)';$/gm,
      )) {
        const found = await resolve(specifier, { kind: 'import-statement', importer: path, resolveDir: dirname(path) });
        const exported = await exportsOf(found.path);
        const lines = namesIn(clause).map(({ name, local }) => {
          const { file, name: original } = exported.get(name) ?? { file: found.path, name };
          return `import { ${original} as ${local} } from ${JSON.stringify(file)};`;
        });
        text = text.replace(statement, () => lines.join('\n'));
      }
      return { loader: 'ts', contents: text };
    });
  },
};

/** The values of an import or export clause, without its types. */
const namesIn = (clause: string): readonly { readonly name: string; readonly local: string }[] =>
  clause.split(',').flatMap((each) => {
    const [, name, local] = /^\s*(?!type\s)(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(each) ?? [];
    return name === undefined ? [] : [{ name, local: local ?? name }];
  });

/** Where the names of an index are defined. */
async function readExports(index: string): Promise<Exports> {
  const found = new Map<string, { readonly file: string; readonly name: string }>();
  const text = await readFile(index, 'utf8');
  for (const [, clause = '', specifier = ''] of text.matchAll(/^export \{([^}]*)\} from '(\.[^']+)';$/gm)) {
    const file = join(dirname(index), specifier);
    const inner: Exports = file.endsWith('/index.ts') ? await readExports(file) : new Map();
    for (const { name, local } of namesIn(clause)) found.set(local, inner.get(name) ?? { file, name });
  }
  return found;
}
