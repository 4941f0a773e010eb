import type { VendorShapes } from './vendor-shapes.ts';

const split = (path: string): readonly [string, readonly string[]] => {
  const at = path.indexOf('?');
  return at < 0 ? [path, []] : [path.slice(0, at), path.slice(at + 1).split('&')];
};

const nameOf = (pair: string): string => {
  const name = pair.split('=')[0] ?? '';
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
};

/** The path without these parameters of its query, the others as they were. */
export const withoutParameters = (path: string, names: readonly string[]): string => {
  const [pathname, pairs] = split(path);
  const dropped = names.map((name) => name.toLowerCase());
  const kept = pairs.filter((pair) => !dropped.includes(nameOf(pair)));
  return kept.length === 0 ? pathname : `${pathname}?${kept.join('&')}`;
};

/** The same for all pages of a list, whatever else their links say: path and filters. Null: the path gives no list. */
export const listOf = (path: string, { lists, filters }: VendorShapes): string | null => {
  const [pathname, pairs] = split(path);
  if (!lists.test(pathname)) return null;
  const names = filters.map((name) => name.toLowerCase());
  const narrowed = [...new URLSearchParams(pairs.join('&'))]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => names.includes(name));
  return `${pathname}?${narrowed
    .map((pair) => pair.join('='))
    .toSorted()
    .join('&')}`;
};

/** Whether the page is the first of its list: the request has no offset, or offset 0. */
export const isFirstPage = (path: string, { offsets }: VendorShapes): boolean => {
  const names = offsets.map((name) => name.toLowerCase());
  const [, pairs] = split(path);
  return [...new URLSearchParams(pairs.join('&'))].every(
    ([name, value]) => !names.includes(name.toLowerCase()) || value === '0',
  );
};
