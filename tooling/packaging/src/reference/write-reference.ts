import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Application, Configuration, Converter, ReflectionKind } from 'typedoc';
import { type PublicPackage, repositoryRoot } from '../public-packages.ts';
import { documentedEntries, specifiersBySource } from './entry-points.ts';

/** Where the reference is written, from the repository's root; git ignores it. */
export const referenceFolder = 'docs/api';

export interface ReferenceResult {
  readonly modules: number;
  readonly warnings: number;
  readonly errors: number;
}

export interface ReferenceOptions {
  /** Whether a type that an export names and that is not exported itself is a warning. @default false */
  readonly unexported?: boolean;
}

/** Writes the reference of all documented entry points from their sources. TypeDoc prints its warnings itself. */
export async function writeReference(
  packages: readonly PublicPackage[],
  { unexported = false }: ReferenceOptions = {},
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
    return await convert(packages, root, tsconfig, unexported);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(
  packages: readonly PublicPackage[],
  root: string,
  tsconfig: string,
  unexported: boolean,
): Promise<ReferenceResult> {
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
      notExported: unexported,
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
  if (project === undefined) return { modules: 0, warnings: app.logger.warningCount, errors: app.logger.errorCount };
  // TypeDoc looks for types that are not exported in the package of the project only, so each is that package once.
  for (const { name } of unexported ? packages : packages.slice(0, 1)) {
    project.packageName = name;
    app.validate(project);
  }
  await app.generateOutputs(project);
  return {
    modules: project.children?.filter((child) => child.kindOf(ReflectionKind.Module)).length ?? 0,
    warnings: app.logger.warningCount,
    errors: app.logger.errorCount,
  };
}
