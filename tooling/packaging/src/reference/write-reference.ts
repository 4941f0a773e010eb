import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Application, Configuration, Converter, ReflectionKind } from 'typedoc';
import { type PublicPackage, repositoryRoot } from '../public-packages.ts';
import { documentedEntries, specifiersBySource } from './entry-points.ts';
import { findUnexportedTypes } from './unexported-types.ts';

/** Where the reference is written, from the repository's root; git ignores it. */
export const referenceFolder = 'docs/api';

export interface ReferenceResult {
  readonly modules: number;
  readonly warnings: number;
  readonly errors: number;
  /** Types that exports name and that no documented entry point exports, as sentences. */
  readonly unexported: readonly string[];
}

/** Writes the reference of all documented entry points from their sources. TypeDoc prints its warnings itself. */
export async function writeReference(
  packages: readonly PublicPackage[],
  root: string = repositoryRoot,
): Promise<ReferenceResult> {
  const sources = documentedEntries(packages).map(({ source }) => join(root, source));
  // Inside the repository, so that the sources find their dependencies, and only the sources that are documented.
  const folder = await mkdtemp(join(root, 'node_modules/.cache-typedoc-'));
  try {
    const tsconfig = join(folder, 'tsconfig.json');
    const settings = {
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: { noEmit: true, typeRoots: [join(root, 'node_modules/@types')] },
      files: sources,
    };
    await writeFile(tsconfig, JSON.stringify(settings));
    return await convert(packages, root, tsconfig);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(packages: readonly PublicPackage[], root: string, tsconfig: string): Promise<ReferenceResult> {
  const specifiers = specifiersBySource(packages, root);
  const app = await Application.bootstrap({
    name: 'Crossvault',
    entryPoints: [...specifiers.keys()],
    tsconfig,
    basePath: root,
    readme: 'none',
    out: join(root, referenceFolder),
    excludeExternals: true,
    excludePrivate: true,
    excludeInternal: true,
    // openapi-typescript writes these into the generated types of the vendors' clients.
    blockTags: [...Configuration.OptionDefaults.blockTags, '@description', '@constant'],
    disableGit: true,
    disableSources: true,
    validation: {
      // {@link findUnexportedTypes} looks for these in all packages.
      notExported: false,
      invalidLink: true,
      invalidPath: true,
      rewrittenLink: true,
      notDocumented: false,
    },
  });
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return;
    const file = context.project.getSymbolIdFromReflection(reflection)?.fileName ?? '';
    reflection.name = specifiers.get(file) ?? reflection.name;
  });
  const project = await app.convert();
  const counts = () => ({ warnings: app.logger.warningCount, errors: app.logger.errorCount });
  if (project === undefined) return { modules: 0, unexported: [], ...counts() };
  app.validate(project);
  const unexported = findUnexportedTypes(project, new Set(packages.map(({ name }) => name)));
  await app.generateOutputs(project);
  const modules = project.children?.filter((child) => child.kindOf(ReflectionKind.Module)).length ?? 0;
  return { modules, unexported, ...counts() };
}
