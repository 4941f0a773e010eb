import { posix } from 'node:path';
import { loadedWith } from './import-rules.ts';
import { shippedCode, shippedCodeOf, vendorFolders, type Workspace } from './workspace.ts';

/** What is written as strangers would write it imports nothing that only our own packages use. */
export function findInnerImports(workspace: Workspace): string[] {
  const folders = [...vendorFolders(workspace), 'examples', 'packages/store', 'packages/testkit'];
  return workspace.files
    .filter(({ path, text }) => {
      const isOpen = folders.some((folder) => path.startsWith(`${folder}/`)) || path.endsWith('README.md');
      return isOpen && /\.(?:ts|md)$/.test(path) && /@crossvault\/[\w-]+\/internal\b/.test(text);
    })
    .map(({ path }) => `${path} imports an internal entry point`);
}

/** A vendor's mapping stands before its connector, which uses it: it imports nothing of it, not even a type. */
export function findMappingAscents(workspace: Workspace): string[] {
  return vendorFolders(workspace).flatMap((vendor) =>
    shippedCode(workspace, ({ folder }) => folder === vendor)
      .filter(({ path }) => path.startsWith(`${vendor}/src/mapping/`))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ specifier }) => posix.join(posix.dirname(path), specifier).startsWith(`${vendor}/src/connector/`))
          .map(({ specifier }) => `${path} imports ${specifier}, which stands behind it`),
      ),
  );
}

/** The fakes are used with any test runner, or with none: vitest is an optional peer of the testkit. */
export function findRunnerImports(workspace: Workspace): string[] {
  const code = workspace.packages.find(({ folder }) => folder === 'packages/testkit')?.code ?? [];
  return loadedWith(code, ['packages/testkit/src/fakes/index.ts']).flatMap(({ path, imports }) =>
    imports.some(({ specifier }) => specifier === 'vitest')
      ? [`${path} imports vitest and is loaded with the fakes`]
      : [],
  );
}

/** The entry points of core that load neither the model of the facade nor the rule tables. */
const lightEntries = ['@crossvault/core/errors', '@crossvault/core/ports', '@crossvault/core/wire'];

/** A vendor's client is used without model, mapping and connector, and loads none of them. */
export function findHeavyClients(workspace: Workspace): string[] {
  const clients = vendorFolders(workspace).flatMap((folder) => {
    const code = workspace.packages.find((one) => one.folder === folder)?.code ?? [];
    return loadedWith(code, [`${folder}/src/client/index.ts`]);
  });
  return [...clients, ...shippedCodeOf(workspace, 'client-kit')].flatMap(({ path, folder, imports }) =>
    imports.flatMap(({ specifier, kind }) => {
      if (kind !== 'static') return [];
      const target = posix.join(posix.dirname(path), specifier);
      const isOwn = ['mapping', 'connector'].some((part) => target.startsWith(`${folder}/src/${part}/`));
      const isCore = /^@crossvault\/core(?:\/|$)/.test(specifier) && !lightEntries.includes(specifier);
      return isOwn || isCore ? [`${path} imports ${specifier} and is loaded with a client`] : [];
    }),
  );
}
