import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { z } from 'zod';

/** Where the repository begins. */
export const repositoryRoot = join(import.meta.dirname, '../../..');

export interface EntryPoint {
  /** What an importer writes: `@crossvault/core/model`. */
  readonly specifier: string;
  /** The key in `exports`: `./model`. */
  readonly key: string;
  /** From the repository's root: `packages/core/src/model.ts`. */
  readonly source: string;
  /** The declarations that the build makes of it: `packages/core/dist/model.d.ts`. */
  readonly declarations: string;
}

/** A package that is published. */
export interface PublicPackage {
  readonly name: string;
  /** From the repository's root: `packages/core`. */
  readonly folder: string;
  /** The range of `engines.node`: `>=22.19.0`. */
  readonly nodeRange: string;
  readonly entryPoints: readonly EntryPoint[];
}

const manifestSchema = z.object({
  name: z.string(),
  private: z.boolean().default(false),
  engines: z.object({ node: z.string() }),
  exports: z.record(z.string(), z.string()).default({}),
});

const isModule = (source: string): boolean => source.endsWith('.ts');

/** Reads a manifest; null when its package is private. */
export function readPublicPackage(folder: string, manifest: unknown): PublicPackage | null {
  const isPrivate = z.object({ private: z.boolean().default(false) }).parse(manifest).private;
  if (isPrivate) return null;
  const { name, engines, exports } = manifestSchema.parse(manifest);
  const entryPoints = Object.entries(exports)
    .filter(([, target]) => isModule(target))
    .map(([key, target]): EntryPoint => {
      const source = posix.join(folder, target);
      const declarations = posix.join(folder, target.replace(/^\.\/src\//, 'dist/').replace(/\.ts$/, '.d.ts'));
      return { specifier: posix.join(name, key), key, source, declarations };
    });
  return { name, folder, nodeRange: engines.node, entryPoints };
}

/** Every published package of the repository, by its folder. */
export function readPublicPackages(root: string = repositoryRoot): readonly PublicPackage[] {
  return globSync('{packages,apps,tooling}/*/package.json', { cwd: root })
    .toSorted()
    .flatMap((path) => {
      const manifest: unknown = JSON.parse(readFileSync(join(root, path), 'utf8'));
      return readPublicPackage(dirname(path), manifest) ?? [];
    });
}
