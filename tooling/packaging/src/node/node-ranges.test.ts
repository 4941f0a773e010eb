import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satisfies, subset } from 'semver';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readPublicPackages, repositoryRoot } from '../public-packages.ts';
import { describeRange, firstReleases, lowestNodes, releasesIn } from './node-ranges.ts';

const packages = readPublicPackages();
const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const nodes = ['18.20.8', '20.20.2', '22.18.0', '22.19.0', '22.22.2', '22.22.3', '22.23.3', '23.11.1', '24.0.0'];
const newer = ['24.14.1', '24.15.0', '24.21.0', '25.9.0', '26.0.0', '26.10.0', '28.0.0'];

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  engines: z.object({ node: z.string().default('*') }).default({ node: '*' }),
});
const readManifest = (folder: string) => manifestSchema.parse(JSON.parse(read(join(folder, 'package.json'))));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The sentence with which a guard refuses a Node; null when it does not. */
async function refusalOf(guard: string, node: string): Promise<string | null> {
  vi.resetModules();
  const url = `${pathToFileURL(join(repositoryRoot, guard)).href}?node=${node}`;
  const written: string[] = [];
  const stderr = { write: (text: string) => written.push(text) };
  vi.stubGlobal('process', { versions: { node }, stderr, exit: () => undefined });
  try {
    await import(/* @vite-ignore */ url);
  } catch (error) {
    written.push(error instanceof Error ? error.message : String(error));
  }
  vi.unstubAllGlobals();
  return written[0]?.trim() ?? null;
}

describe('the Node that a package requires', () => {
  test.each(packages)('$name: no Node that a dependency excludes', ({ folder, nodeRange }) => {
    const excluding = Object.keys(readManifest(folder).dependencies).filter((name) => {
      const { engines } = readManifest(join(folder, 'node_modules', name));
      return !subset(nodeRange, engines.node);
    });
    expect(excluding).toEqual([]);
  });

  const guards = packages.flatMap((one) =>
    globSync('src/**/require-node.ts', { cwd: join(repositoryRoot, one.folder) }).map((path) => ({
      ...one,
      guard: join(one.folder, path),
    })),
  );

  test('is guarded where older ones fail with the errors of libraries', () => {
    expect(guards.map(({ name }) => name)).toEqual(['@crossvault/cli', '@crossvault/client-kit', '@crossvault/store']);
  });

  test.each(guards)('$name: its guard refuses what `engines` excludes, and names what it permits', async (one) => {
    for (const node of [...nodes, ...newer]) {
      const sentence = `${one.name} requires Node ${describeRange(one.nodeRange)}; this is Node ${node}.`;
      expect(await refusalOf(one.guard, node), node).toBe(satisfies(node, one.nodeRange) ? null : sentence);
    }
  });

  test.each(packages)('$name: its README names no other', ({ folder, nodeRange }) => {
    const permitted = describeRange(nodeRange).split(/, | or /);
    expect(releasesIn(read(`${folder}/README.md`)).filter((release) => !permitted.includes(release))).toEqual([]);
  });

  test('the template of a vendor requires what the vendors do', () => {
    const templates = globSync('tooling/codegen/templates/*/package.json.template', { cwd: repositoryRoot });
    const ranges = templates.map((path) => /"node": "([^"]+)"/.exec(read(path))?.[1]);
    const vendors = packages.filter(({ entryPoints }) => entryPoints.some(({ key }) => key === './client'));
    expect(new Set(ranges)).toEqual(new Set(vendors.map(({ nodeRange }) => nodeRange)));
  });
});

test('a range is written with the first release of each major version', () => {
  expect(firstReleases('^22.22.3 || ^24.15.0 || >=26.0.0')).toEqual(['22.22.3', '24.15.0', '26.0.0']);
  expect(describeRange('^22.22.3 || ^24.15.0 || >=26.0.0')).toBe('22.22.3+, 24.15+ or 26+');
  expect(describeRange('>=22.19.0')).toBe('22.19+');
});

test('the releases that a text names are found', () => {
  expect(releasesIn('On Node 22.22.3+, 24.15+ or 26+, and Node 20. A node 7 of a tree.')).toEqual([
    '22.22.3+',
    '24.15+',
    '26+',
    '20',
  ]);
});

test('the lowest Node of each range is tried once', () => {
  expect(lowestNodes(['>=22.19.0', '^22.22.3 || >=26.0.0', '>=22.19.0'])).toEqual(['22.19.0', '22.22.3']);
});
