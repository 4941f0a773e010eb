import { minVersion, Range } from 'semver';

/** The first release of every major version that a range permits: `^22.22.3 || >=26.0.0` → `22.22.3`, `26.0.0`. */
export const firstReleases = (range: string): readonly string[] =>
  new Range(range).set.map((part) => minVersion(part.join(' '))?.version ?? range);

/** A range as documentation and refusals write it: `^22.22.3 || ^24.15.0 || >=26.0.0` → `22.22.3+, 24.15+ or 26+`. */
export function describeRange(range: string): string {
  const releases = firstReleases(range).map((release) => `${release.replace(/(?:\.0)+$/, '')}+`);
  return releases.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

/** The releases of Node that a text names: `Node 22.22.3+, 24.15+ or 26+` → `22.22.3+`, `24.15+`, `26+`. */
export const releasesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bNode (\d[\d.]*\+?(?:(?:, | or )\d[\d.]*\+?)*)/g)].flatMap(([, list]) =>
    (list ?? '').split(/, | or /).map((release) => release.replace(/\.$/, '')),
  );

/** The lowest Node of each range, each once: what runs there uses nothing newer. */
export const lowestNodes = (ranges: readonly string[]): readonly string[] => [
  ...new Set(ranges.flatMap((range) => firstReleases(range).slice(0, 1))),
];
