import { posix } from 'node:path';
import { packageNamed } from './imports.ts';
import {
  type CodeFile,
  findPackage,
  shippedCode,
  shippedCodeOf,
  vendorFolders,
  vendorIds,
  type Workspace,
} from './workspace.ts';

const importsOf = (files: readonly CodeFile[]) =>
  files.flatMap(({ path, folder, imports }) => imports.map((each) => ({ path, folder, ...each })));

/** Source imports only what its manifest declares: shipped source its dependencies and peers, tests the development ones too. */
export function findUndeclaredImports({ packages }: Workspace): string[] {
  return packages.flatMap(({ manifest, code }) =>
    code.flatMap((file) => {
      const { dependencies, peerDependencies, devDependencies } = manifest;
      const declared = { ...dependencies, ...peerDependencies, ...(file.isShipped ? {} : devDependencies) };
      return importsOf([file]).flatMap(({ path, specifier }) => {
        const name = packageNamed(specifier);
        if (name === null || name === manifest.name || name in declared) return [];
        return [`${path} imports ${name}, which its package does not declare`];
      });
    }),
  );
}

/** What is shipped imports nothing that is kept back for tests. */
export function findUnshippedImports(workspace: Workspace): string[] {
  const all = workspace.packages.flatMap(({ code }) => code);
  return importsOf(shippedCode(workspace)).flatMap(({ path, specifier }) => {
    const target = posix.join(posix.dirname(path), specifier);
    const isKeptBack = specifier.startsWith('.') && all.some((file) => file.path === target && !file.isShipped);
    return isKeptBack ? [`${path} imports ${specifier}, which is not shipped`] : [];
  });
}

/** A package is imported through what it exports, never through its folders. */
export function findDeepImports(workspace: Workspace): string[] {
  return importsOf(workspace.packages.flatMap(({ code }) => code)).flatMap(({ path, folder, specifier }) => {
    const target = findPackage(workspace, packageNamed(specifier));
    const entry = specifier.replace(target?.manifest.name ?? '', '.');
    const isDeep =
      target === undefined
        ? specifier.startsWith('.') && !posix.join(posix.dirname(path), specifier).startsWith(`${folder}/`)
        : !(entry in target.manifest.exports);
    return isDeep ? [`${path} reaches into another package: ${specifier}`] : [];
  });
}

/** The engine and the store know no vendor, no HTTP library and no environment. */
export function findEngineEscapes(workspace: Workspace): string[] {
  const vendors = vendorFolders(workspace);
  const files = shippedCodeOf(workspace, 'engine', 'store');
  return [
    ...importsOf(files).flatMap(({ path, specifier }) => {
      const isVendor = vendors.includes(findPackage(workspace, packageNamed(specifier))?.folder ?? '');
      return isVendor || ['openapi-fetch', 'express'].includes(specifier) ? [`${path} imports ${specifier}`] : [];
    }),
    ...files
      .filter(({ scanned, imports }) => readsEnvironment(scanned.code) || imports.some(isProcess))
      .map(({ path }) => `${path} reads the environment`),
  ];
}

const readsEnvironment = (code: string): boolean => /\bprocess\s*\.\s*env\b/.test(code);
const isProcess = ({ specifier }: { readonly specifier: string }): boolean => specifier === 'node:process';

/** The contract imports zod and nothing else, and asks its surroundings for nothing. */
export function findContractImports(workspace: Workspace): string[] {
  const files = shippedCodeOf(workspace, 'core');
  return [
    ...importsOf(files)
      .filter(({ specifier }) => specifier !== 'zod' && !specifier.startsWith('.'))
      .map(({ path, specifier }) => `${path} imports ${specifier}`),
    ...files
      .filter(({ scanned }) => /(?<![.\w$])(?:process|require|__dirname|__filename)\b(?!\s*[?:])/.test(scanned.code))
      .map(({ path }) => `${path} looks at its surroundings`),
  ];
}

/** A vendor knows no other vendor, not even in its tests. */
export function findVendorNeighbours(workspace: Workspace): string[] {
  const vendors = vendorFolders(workspace);
  const code = workspace.packages.filter(({ folder }) => vendors.includes(folder)).flatMap((one) => one.code);
  return importsOf(code).flatMap(({ path, folder, specifier }) => {
    const target = findPackage(workspace, packageNamed(specifier))?.folder ?? '';
    return vendors.includes(target) && target !== folder ? [`${path} imports ${target}`] : [];
  });
}

/** An app knows neither a vendor nor the kit that vendors are made with. */
export function findAppShortcuts(workspace: Workspace): string[] {
  const shut = [...vendorFolders(workspace), 'packages/client-kit'];
  return importsOf(shippedCode(workspace, ({ folder }) => folder.startsWith('apps/'))).flatMap(
    ({ path, specifier }) => {
      const target = findPackage(workspace, packageNamed(specifier))?.folder ?? '';
      return shut.includes(target) ? [`${path} imports ${target}`] : [];
    },
  );
}

/** The simulators say what was due and what ran. They share no code with what is judged by that, not even in their tests. */
export function findSharedJudgement(workspace: Workspace): string[] {
  const simulators = workspace.packages.find(({ folder }) => folder === 'packages/simulators');
  return importsOf(simulators?.code ?? []).flatMap(({ path, specifier }) => {
    const target = findPackage(workspace, packageNamed(specifier))?.folder ?? 'packages/simulators';
    return target === 'packages/simulators' ? [] : [`${path} imports ${target}`];
  });
}

/** The command loads the facade and the simulators only when it is asked for what needs them. */
export function findEagerImports(workspace: Workspace): string[] {
  const late = ['apps/api', 'packages/simulators'];
  const command = workspace.packages.find(({ folder }) => folder === 'apps/cli');
  const starts = Object.values(command?.manifest.bin ?? {}).map((target) => posix.join('apps/cli', target));
  return importsOf(loadedWith(command?.code ?? [], starts)).flatMap(({ path, specifier, kind }) => {
    const target = findPackage(workspace, packageNamed(specifier))?.folder ?? '';
    const isEager = kind === 'static' && late.includes(target);
    return isEager ? [`${path} imports ${target} and is loaded at the start`] : [];
  });
}

/** The files that are loaded as soon as one of these is. */
export function loadedWith(code: readonly CodeFile[], starts: readonly string[]): readonly CodeFile[] {
  const loaded = new Set<CodeFile>();
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const folder = posix.dirname(path);
    const file = code.find((each) => each.path === path);
    if (file === undefined || loaded.has(file)) continue;
    loaded.add(file);
    for (const { specifier, kind } of file.imports) {
      if (kind === 'static' && specifier.startsWith('.')) open.push(posix.join(folder, specifier));
    }
  }
  return [...loaded];
}

/** No vendor's id is a text in shared code: differences are declared by the connector, never guessed. */
export function findVendorWords(workspace: Workspace): string[] {
  const ids = new RegExp(`(?<![\\w-])(?:${vendorIds(workspace).join('|')})(?![\\w-])`);
  return shippedCodeOf(workspace, 'core', 'client-kit', 'engine', 'store').flatMap(({ path, scanned }) =>
    scanned.texts.filter(({ text }) => ids.test(text)).map(({ text }) => `${path} says '${text}'`),
  );
}

/** A vendor's generated types are imported by its client and its wire schemas, and nowhere else. */
export function findGeneratedLeaks(workspace: Workspace): string[] {
  const mayRead = /\/src\/(?:client\/[\w-]+|mapping\/(?:[\w-]+-)?wire(?:-[\w-]+)?)\.ts$/;
  const vendors = vendorFolders(workspace);
  return importsOf(shippedCode(workspace, ({ folder }) => vendors.includes(folder)))
    .filter(({ path, specifier }) => specifier.includes('/generated/') && !mayRead.test(path))
    .map(({ path, specifier }) => `${path} imports ${specifier}`);
}
