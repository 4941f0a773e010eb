import { posix } from 'node:path';

/** A link of Markdown, with a title or without one, and a definition of one. */
const link = /\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)/gm;
/** A code span that names a file of the sources. */
const sourcePath = /`(src\/[\w./-]+)`/g;

/**
 * What the README of a package names and its tarball lacks: targets of relative links, and files of the sources. Who installs the
 * package has nothing else; whatever stands only in the repository is named in words.
 */
export function findDeadReadmeLinks(name: string, readme: string, files: readonly string[]): readonly string[] {
  const prose = readme.replaceAll(/^```.*?^```/gms, '');
  const linked = [...prose.matchAll(link)].flatMap(([, inline, defined]) => inline ?? defined ?? []);
  const named = [...prose.matchAll(sourcePath)].flatMap(([, path]) => path ?? []);
  return [...linked.filter(isRelative), ...named]
    .filter((target) => !isPacked(target.replace(/[#?].*$/, ''), files))
    .map((target) => `the README of ${name} names ${target}, which its tarball lacks`);
}

const isRelative = (target: string): boolean => !/^(?:[a-z][a-z+.-]*:|#|\/\/)/i.test(target);

/** A file of the tarball, or a folder that it has files in. */
function isPacked(target: string, files: readonly string[]): boolean {
  const path = posix.normalize(target).replace(/\/$/, '');
  return files.some((file) => file === path || file.startsWith(`${path}/`));
}
