import { packageNamed } from './imports.ts';
import type { LayerRow } from './layer-table.ts';
import { type CodeFile, findPackage, type Workspace } from './workspace.ts';

/** Every package stands in the layer table, once, and the table names nothing else. */
export function findTableGaps({ packages, layers }: Workspace): string[] {
  const rows = layers.map(({ folder }) => folder);
  return [
    ...packages
      .filter(({ folder }) => !rows.includes(folder))
      .map(({ folder }) => `${folder} has no row in the layer table`),
    ...rows
      .filter((folder, index) => rows.indexOf(folder) !== index)
      .map((folder) => `${folder} has two rows in the layer table`),
    ...rows
      .filter((row) => !packages.some(({ folder }) => folder === row))
      .map((row) => `${row} is in the layer table and no package`),
  ];
}

/** What the table permits looks down, or at a package beside the layers; a package beside them looks anywhere. */
export function findTableAscents({ layers }: Workspace): string[] {
  const looksDown = ({ layer }: LayerRow, target: string): boolean => {
    const below = layers.find(({ folder }) => folder === target)?.layer ?? null;
    return layer === null || below === null || below < layer;
  };
  return layers.flatMap((row) =>
    row.mayImport
      .filter((target) => !looksDown(row, target))
      .map((target) => `${row.folder} may import ${target}, which is no lower layer`),
  );
}

/** Names of a package's workspace imports that the table does not permit. A test may use what stands beside, too. */
function strangers(workspace: Workspace, file: Pick<CodeFile, 'folder' | 'isShipped'>, names: readonly string[]) {
  const row = workspace.layers.find(({ folder }) => folder === file.folder);
  return names.flatMap((name) => {
    const target = findPackage(workspace, name);
    if (target === undefined || target.folder === file.folder) return [];
    const isBeside = workspace.layers.some(({ folder, layer }) => folder === target.folder && layer === null);
    return row?.mayImport.includes(target.folder) || (!file.isShipped && isBeside) ? [] : [target.folder];
  });
}

/** Source imports only those packages of ours that the table permits. */
export function findForbiddenImports(workspace: Workspace): string[] {
  return workspace.packages.flatMap(({ code }) =>
    code.flatMap((file) => {
      const names = file.imports.flatMap(({ specifier }) => packageNamed(specifier) ?? []);
      return strangers(workspace, file, names).map(
        (target) => `${file.path} imports ${target}, which the layer table does not permit`,
      );
    }),
  );
}

/** Manifests depend on those packages of ours that the table permits; for tests on those beside, too. */
export function findForbiddenDependencies(workspace: Workspace): string[] {
  return workspace.packages.flatMap(({ folder, manifest }) =>
    ([true, false] as const).flatMap((isShipped) => {
      const names = Object.keys(isShipped ? manifest.dependencies : manifest.devDependencies);
      return strangers(workspace, { folder, isShipped }, names).map(
        (target) => `${folder}/package.json depends on ${target}, which the layer table does not permit`,
      );
    }),
  );
}

/** Nothing that is published depends on tooling. */
export function findShippedTooling(workspace: Workspace): string[] {
  return workspace.packages
    .filter(({ folder }) => !folder.startsWith('tooling/'))
    .flatMap(({ folder, manifest }) =>
      Object.keys(manifest.dependencies)
        .filter((name) => findPackage(workspace, name)?.folder.startsWith('tooling/'))
        .map((name) => `${folder}/package.json has ${name} in its dependencies`),
    );
}
