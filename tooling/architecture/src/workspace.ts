import { posix } from 'node:path';
import { z } from 'zod';
import { type Import, readImports } from './imports.ts';
import { type LayerRow, parseLayerTable, vendorLayer } from './layer-table.ts';
import { type ScannedCode, scanCode } from './scan-code.ts';

/** A text file of the repository. */
export interface SourceFile {
  /** From the root, with slashes: `packages/core/src/model/job.ts`. */
  readonly path: string;
  readonly text: string;
}

/** A TypeScript file below the `src` of a package. */
export interface CodeFile extends SourceFile {
  /** Folder of its package: `packages/core`. */
  readonly folder: string;
  /** Whether it goes into the build; tests and what only they use do not. */
  readonly isShipped: boolean;
  readonly isGenerated: boolean;
  readonly scanned: ScannedCode;
  readonly imports: readonly Import[];
}

const texts = z.record(z.string(), z.string()).default({});
const exportTargets = z.record(z.string(), z.union([z.string(), texts]));

const manifestSchema = z.object({
  name: z.string(),
  license: z.string().optional(),
  private: z.boolean().default(false),
  dependencies: texts,
  devDependencies: texts,
  peerDependencies: texts,
  exports: exportTargets.default({}),
  bin: texts,
  publishConfig: z.object({ exports: exportTargets.default({}), bin: texts }).default({ exports: {}, bin: {} }),
});

export type Manifest = z.output<typeof manifestSchema>;

export interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly files: readonly SourceFile[];
  readonly code: readonly CodeFile[];
}

/** The repository, as every rule looks at it. */
export interface Workspace {
  readonly files: readonly SourceFile[];
  readonly packages: readonly Package[];
  readonly layers: readonly LayerRow[];
}

const packageFolder = /^(?:packages|apps|tooling)\/[^/]+(?=\/)/;

/** Makes the workspace out of the repository's texts. Throws when docs/architecture.md or a manifest cannot be read at all. */
export function toWorkspace(files: readonly SourceFile[]): Workspace {
  const packages = files
    .filter(({ path }) => /^(?:packages|apps|tooling)\/[^/]+\/package\.json$/.test(path))
    .map(({ path, text }): Package => {
      const folder = path.slice(0, -'/package.json'.length);
      const own = files.filter((file) => file.path.startsWith(`${folder}/`));
      const keptBack = readKeptBack(folder, own);
      const code = own.flatMap((file) => toCodeFile(file, keptBack));
      return { folder, manifest: manifestSchema.parse(JSON.parse(text)), files: own, code };
    });
  const layers = parseLayerTable(files.find(({ path }) => path === 'docs/architecture.md')?.text ?? '');
  return { files, packages, layers };
}

const buildSchema = z.object({ exclude: z.array(z.string()).default([]) });

/** Patterns of the files that a package's build leaves out; a package that is not built leaves out its tests. */
function readKeptBack(folder: string, files: readonly SourceFile[]): readonly string[] {
  const text = files.find(({ path }) => path === `${folder}/tsconfig.build.json`)?.text;
  const excluded = text === undefined ? ['src/**/*.test.ts'] : buildSchema.parse(JSON.parse(text)).exclude;
  return excluded.map((pattern) => `${folder}/${pattern}`);
}

function toCodeFile({ path, text }: SourceFile, keptBack: readonly string[]): CodeFile[] {
  const folder = packageFolder.exec(path)?.[0];
  if (folder === undefined || !path.startsWith(`${folder}/src/`) || !path.endsWith('.ts')) return [];
  const scanned = scanCode(text);
  const isShipped = !keptBack.some((pattern) => posix.matchesGlob(path, pattern));
  const isGenerated = path.includes('/generated/');
  return [{ path, text, folder, isShipped, isGenerated, scanned, imports: readImports(scanned) }];
}

/** Shipped source: what goes into the build. */
export const shippedCode = (workspace: Workspace, wanted: (one: Package) => boolean = () => true): CodeFile[] =>
  workspace.packages.filter(wanted).flatMap(({ code }) => code.filter(({ isShipped }) => isShipped));

/** Shipped source of the packages with these short names. */
export const shippedCodeOf = (workspace: Workspace, ...names: readonly string[]): CodeFile[] =>
  shippedCode(workspace, ({ folder }) => names.some((name) => folder === `packages/${name}`));

/** Folders of the vendors' packages, by the layer table. */
export const vendorFolders = ({ layers }: Workspace): readonly string[] =>
  layers.filter(({ layer }) => layer === vendorLayer).map(({ folder }) => folder);

/** Ids of the vendors: the names of their folders. */
export const vendorIds = (workspace: Workspace): readonly string[] =>
  vendorFolders(workspace).map((folder) => folder.slice('packages/'.length));

/** The package of the workspace that an import's specifier names. */
export const findPackage = ({ packages }: Workspace, name: string | null): Package | undefined =>
  packages.find(({ manifest }) => manifest.name === name);
