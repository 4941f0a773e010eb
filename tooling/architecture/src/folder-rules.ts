import type { CodeFile, Workspace } from './workspace.ts';

const mostOutsideFolders = 12;

/** A package's `src` shows folders, not a pile of files. */
export function findCrowdedFolders({ packages }: Workspace): string[] {
  return packages
    .filter(({ folder }) => !folder.startsWith('tooling/'))
    .flatMap(({ folder, code }) => {
      const outside = code.filter(({ path }) => !path.slice(`${folder}/src/`.length).includes('/'));
      const count = outside.length;
      return count > mostOutsideFolders
        ? [`${folder}/src has ${count} files outside folders, more than ${mostOutsideFolders}`]
        : [];
    });
}

/** The folders of core, each of which imports only from those before it, and from itself. */
const coreFolders = ['values', 'wire', 'security', 'errors', 'model', 'mapping', 'ports'];

export function findCoreAscents({ packages }: Workspace): string[] {
  const code = packages.find(({ folder }) => folder === 'packages/core')?.code ?? [];
  return code
    .filter(({ isShipped }) => isShipped)
    .flatMap(({ path, imports }) => {
      const own = coreFolders.indexOf(path.split('/')[3] ?? '');
      if (own < 0) return [];
      return imports.flatMap(({ specifier }) => {
        const folder = specifier.split('/').find((step) => coreFolders.includes(step));
        return specifier.startsWith('../') && folder !== undefined && coreFolders.indexOf(folder) > own
          ? [`${path} imports ${specifier}, which stands above it`]
          : [];
      });
    });
}

/** What a request passes on its way to the database. */
const onTheWay = ['apps/api/src/endpoints/', 'apps/api/src/http/', 'packages/engine/src/', 'packages/store/src/'];

/** Where a reader follows a request, no two files have one name. */
export function findNamesakes({ packages }: Workspace): string[] {
  const files = packages
    .flatMap(({ code }) => code)
    .filter(({ isShipped, path }) => isShipped && onTheWay.some((folder) => path.startsWith(folder)))
    .filter(({ path }) => !path.endsWith('/index.ts'));
  return [...Map.groupBy(files, nameOf)].flatMap(([, namesakes]) => {
    const homes = new Set(namesakes.map(({ folder }) => folder));
    return homes.size > 1 ? [`${namesakes.map(({ path }) => path).join(' and ')} have one name`] : [];
  });
}

const nameOf = ({ path }: CodeFile): string => path.split('/').at(-1) ?? '';

/** Words of a private dialect, beside the words that the field has for them. */
const dialect: Readonly<Record<string, string>> = {
  desk: 'session',
  manners: 'request policy',
  shelf: 'reader or table',
  shelves: 'readers or tables',
  sight: 'snapshot',
  sights: 'snapshots',
  lookers: 'read access',
};

/** Files are called by the words of the field. */
export function findDialect({ files }: Workspace): string[] {
  return files
    .filter(({ path }) => path.includes('/src/'))
    .flatMap(({ path }) => {
      const words = (path.split('/').at(-1) ?? '').split(/[.-]/);
      const found = words.find((word) => Object.hasOwn(dialect, word));
      return found === undefined ? [] : [`${path} says ${found}; the word is ${dialect[found]}`];
    });
}
