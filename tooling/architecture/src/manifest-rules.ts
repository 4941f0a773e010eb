import { posix } from 'node:path';
import { z } from 'zod';
import { findPackage, type Package, type Workspace } from './workspace.ts';

const isPublished = ({ manifest }: Package): boolean => !manifest.private;

/** `./src/job.ts` once it is built. */
const toBuilt = (target: string, extension: '.js' | '.d.ts'): string =>
  target.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, extension);

/** What a manifest exports or starts is there. */
export function findMissingEntries({ packages }: Workspace): string[] {
  return packages.flatMap(({ folder, manifest, files }) =>
    [...Object.values(manifest.exports), ...Object.values(manifest.bin)]
      .filter((target) => typeof target !== 'string' || !files.some(({ path }) => path === posix.join(folder, target)))
      .map((target) => `${folder}/package.json points at ${JSON.stringify(target)}, which is no file`),
  );
}

/** What is published is what is exported here, built: the same entries, and the same commands. */
export function findUnmirroredEntries({ packages }: Workspace): string[] {
  return packages.filter(isPublished).flatMap(({ folder, manifest }) => {
    const entries = Object.entries(manifest.exports).map(([entry, target]) => [
      entry,
      { types: toBuilt(String(target), '.d.ts'), default: toBuilt(String(target), '.js') },
    ]);
    const commands = Object.entries(manifest.bin).map(([name, target]) => [name, toBuilt(target, '.js')]);
    const { exports, bin } = manifest.publishConfig;
    return [
      ...(isSame(Object.fromEntries(entries), exports) ? [] : ['exports']),
      ...(isSame(Object.fromEntries(commands), bin) ? [] : ['bin']),
    ].map((part) => `${folder}/package.json publishes other ${part} than it has`);
  });
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

const licensed = z.object({ license: z.string().optional() });

/** Every manifest, the root's too, names the licence. */
export function findOtherLicences({ files }: Workspace): string[] {
  return files
    .filter(({ path }) => /(?:^|\/)package\.json$/.test(path))
    .flatMap(({ path, text }) => {
      const { license } = licensed.parse(JSON.parse(text));
      return license === 'Apache-2.0' ? [] : [`${path} has the licence ${license ?? '(none)'}`];
    });
}

const buildSchema = z.object({ references: z.array(z.object({ path: z.string() })).default([]) });

/** Paths of the projects that a build file refers to; null when there is no such file. */
function referencesOf({ files }: Workspace, path: string): string[] | null {
  const text = files.find((file) => file.path === path)?.text;
  if (text === undefined) return null;
  return buildSchema.parse(JSON.parse(text)).references.map((each) => posix.join(posix.dirname(path), each.path));
}

const buildFile = (folder: string): string => `${folder}/tsconfig.build.json`;

/** Every published package is built by the root's build, after the packages that it depends on. */
export function findBuildGaps(workspace: Workspace): string[] {
  const published = workspace.packages.filter(isPublished);
  const built = referencesOf(workspace, 'tsconfig.build.json') ?? [];
  return published.flatMap((one) => {
    const path = buildFile(one.folder);
    const needed = Object.keys(one.manifest.dependencies).flatMap((name) => {
      const target = findPackage(workspace, name);
      return target === undefined ? [] : [buildFile(target.folder)];
    });
    const named = referencesOf(workspace, path);
    return [
      ...(built.includes(path) ? [] : [`tsconfig.build.json does not build ${one.folder}`]),
      ...(named !== null && isSame(named.toSorted(), needed.toSorted())
        ? []
        : [`${path} refers to other packages than ${one.folder} depends on`]),
    ];
  });
}
