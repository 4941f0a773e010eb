import type { CodeFile, Workspace } from './workspace.ts';

const drawers = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'types', 'misc'];

/** No file or folder is a drawer: it is named after what is in it. */
export function findDrawers({ files }: Workspace): string[] {
  return files
    .filter(({ path }) => path.split('/').some((step) => drawers.includes(step.replace(/\..*$/, '').toLowerCase())))
    .map(({ path }) => `${path} is named like a drawer`);
}

const longestFile = 250;

/** Tables of pure data, and generated types. */
const mayBeLong = ({ path, isGenerated }: CodeFile): boolean => isGenerated || path.endsWith('/documented.ts');

/** Shipped files can be read at a sitting. */
export function findLongFiles({ packages }: Workspace): string[] {
  return packages
    .flatMap(({ code }) => code.filter((file) => file.isShipped && !mayBeLong(file)))
    .flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > longestFile ? [`${path} has ${lines} lines, more than ${longestFile}`] : [];
    });
}

/** A folder of one letter is an example. */
const machinePath = /(?<![\w.:/~$}])\/(?:home|root|Users|tmp|work|var\/folders)\/[\w.-]{2,}|\b[A-Z]:\\\\?Users\b/;

/** Nothing depends on where a machine keeps its files. */
export function findMachinePaths({ files }: Workspace): string[] {
  return files.flatMap(({ path, text }) => {
    const [found] = machinePath.exec(text) ?? [];
    return found === undefined ? [] : [`${path} names ${found}`];
  });
}
