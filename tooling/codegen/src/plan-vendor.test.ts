import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateSchema } from './generate-schema.ts';
import { lintDocuments } from './lint-documents.ts';
import {
  outsideTemplates,
  type PlannedFile,
  planOutsideVendor,
  planVendor,
  type ReadFile,
  simulatorTemplates,
  vendorTemplates,
} from './plan-vendor.ts';

const root = join(import.meta.dirname, '../../..');
const templates = join(import.meta.dirname, '../templates');

const readRepository: ReadFile = (path) => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
};
const planned = (files: readonly PlannedFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? `no ${path}`;

test('every template is used, and every one that is used is there', () => {
  const there = globSync('**/*.template', { cwd: templates }).map((path) => path.replaceAll('\\', '/'));
  const used = [
    ...vendorTemplates.map((path) => `vendor/${path}.template`),
    ...outsideTemplates.map((path) => `outside/${path}.template`),
    ...simulatorTemplates.map(([path]) => `simulator/${path}.template`),
  ];
  expect(there.toSorted()).toEqual(used.toSorted());
});

test('the template has every file that all vendors have', () => {
  const sources = globSync('packages/*/openapi/SOURCE.md', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const folders = sources.map((path) => path.replace(/\/openapi\/SOURCE\.md$/, ''));
  const filesOf = (folder: string): string[] =>
    globSync(['*.{md,json}', 'openapi/*', 'src/**/*.{ts,md}'], { cwd: join(root, folder) }).map((path) =>
      path.replaceAll('\\', '/').replace(`${folder.slice('packages/'.length)}.yaml`, '__VENDOR__.yaml'),
    );
  const [first = [], ...others] = folders.map(filesOf);
  const ofAll = first.filter((file) => others.every((files) => files.includes(file)));
  // Plans, with their schedules, are an optional group of a connector, though all have it: a new one begins with what is required. The rules of
  // mapping are held against wire schemas, which a new one does not have yet.
  // What a connector may change is proved by describeConnector, too; ours also prove it against their simulators.
  const ofOptionalGroups = [
    'src/connector/conformance-acting.test.ts',
    'src/mapping/map-plan.ts',
    'src/mapping/map-schedule.test.ts',
    'src/mapping/map-schedule.ts',
    'src/mapping/mapping-rules.test.ts',
  ];
  expect(others.length).toBeGreaterThan(0);
  expect(ofAll.filter((file) => !vendorTemplates.includes(file)).toSorted()).toEqual(ofOptionalGroups);
});

test.each(['acme', 'zenith-backup-365'])('%s leaves no placeholder and no path of the template', (name) => {
  for (const files of [
    planVendor(name, readRepository, { simulator: true }),
    planOutsideVendor(name, readRepository),
  ]) {
    expect(
      files.filter(({ path, text }) => /__(?:VENDOR|vendor|Vendor|TITLE|PACKAGE|VERSION:[^_]+)__/.test(path + text)),
    ).toEqual([]);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  }
});

test('every file that names the vendors names the new one too, and nothing else in it changes', () => {
  const files = planVendor('acme-backup', readRepository, { simulator: true });
  const added = (path: string): string[] => {
    const before = new Set((readRepository(path) ?? '').split('\n').map((line) => line.replace(/,$/, '')));
    const after = planned(files, path).split('\n');
    return after.map((line) => line.replace(/,$/, '')).filter((line) => !before.has(line));
  };
  expect(added('docs/architecture.md')).toEqual([
    '| `packages/acme-backup` | 3 | core, client-kit | Acme Backup, likewise |',
  ]);
  expect(added('packages/runtime/src/connections/vendors.ts')).toEqual([
    "    id: 'acme-backup'",
    "    settings: async () => (await import('@crossvault/acme-backup/config')).acmeBackupSettings",
    "    definition: async () => (await import('@crossvault/acme-backup')).acmeBackup",
  ]);
  expect(added('packages/runtime/package.json')).toEqual(['    "@crossvault/acme-backup": "workspace:*"']);
  expect(added('packages/simulators/src/simulators.ts')).toEqual([
    "import { createAcmeBackupSimulator } from './acme-backup/simulator.ts';",
    "  'acme-backup': { share: 0, create: createAcmeBackupSimulator }",
  ]);
  expect(planned(files, 'packages/simulators/src/truth.ts')).toContain(", 'acme-backup'] as const;");
  expect(planned(files, 'tsconfig.build.json')).toContain('"packages/acme-backup/tsconfig.build.json"');
  expect(planned(files, 'packages/runtime/tsconfig.build.json')).toContain('"../../packages/acme-backup/tsconfig');
});

test('without a simulator nothing of the simulators changes', () => {
  const paths = planVendor('acme', readRepository).map(({ path }) => path);
  expect(paths.filter((path) => path.includes('simulator'))).toEqual([]);
  expect(paths).toContain('packages/runtime/src/connections/vendors.ts');
});

test('a package outside names the published versions, and no file of this repository', () => {
  const files = planOutsideVendor('acme', readRepository);
  const { version } = JSON.parse(readRepository('packages/core/package.json') ?? '{}');
  expect(JSON.parse(planned(files, 'package.json'))).toMatchObject({
    name: 'acme',
    dependencies: { '@crossvault/core': `^${version}` },
    devDependencies: { '@crossvault/testkit': `^${version}` },
  });
  expect(files.filter(({ text }) => /workspace:|catalog:|\.\.\/\.\.\/packages/.test(text))).toEqual([]);
});

test('an import comes to stand where it belongs', () => {
  const specifiers = (name: string): string[] =>
    [
      ...planned(
        planVendor(name, readRepository, { simulator: true }),
        'packages/simulators/src/simulators.ts',
      ).matchAll(/from '(\.\/.*)'/g),
    ].map(([, specifier]) => specifier ?? '');
  for (const name of ['aaa', 'mmm', 'zenith']) expect(specifiers(name)).toEqual(specifiers(name).toSorted());
});

test('a second vendor finds its place beside the first, and neither can be had twice', () => {
  const first = planVendor('acme', readRepository, { simulator: true });
  const withFirst: ReadFile = (path) => first.find((file) => file.path === path)?.text ?? readRepository(path);
  const second = planVendor('zenith', withFirst, { simulator: true });
  expect(planned(second, 'packages/runtime/src/connections/vendors.ts')).toMatch(
    /id: 'acme',\n[^}]*\},\n {2}\{\n {4}id: 'zenith',\n[^}]*\},\n\];/,
  );
  expect(planned(second, 'packages/simulators/src/truth.ts')).toContain("'acme', 'zenith'] as const;");
  expect(() => planVendor('acme', withFirst)).toThrow('"acme" is taken: there is packages/acme/package.json');
});

test.each([
  ['azure-backup', 'packages/azure-backup/package.json'],
  ['runtime', 'packages/runtime/package.json'],
  ['api', 'apps/api/package.json'],
  ['testkit', 'packages/testkit/package.json'],
  ['harness', 'tooling/harness/package.json'],
])('%s is taken', (name, path) => {
  expect(() => planVendor(name, readRepository)).toThrow(`"${name}" is taken: there is ${path}`);
});

test('a registry that is not as it is known is named', () => {
  const strange: ReadFile = (path) => (path.endsWith('/vendors.ts') ? 'export {};\n' : readRepository(path));
  expect(() => planVendor('acme', strange)).toThrow('packages/runtime/src/connections/vendors.ts takes no new vendor');
});

describe('the document of the template', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'new-vendor-'));
    for (const { path, text } of planVendor('acme', readRepository)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('passes the linter', () => {
    expect(lintDocuments([join(folder, 'packages/acme/openapi/acme.yaml')])).toBe(true);
  });

  test('gives the types of the template', async () => {
    const vendor = join(folder, 'packages/acme');
    const types = await generateSchema(join(vendor, 'openapi/acme.yaml'), vendor);
    expect(readFileSync(join(vendor, 'src/generated/schema.ts'), 'utf8')).toBe(types);
  });
});

test.each([
  [[], 'usage: npx -y pnpm@10 new:vendor <name>'],
  [['--help'], 'usage: npx -y pnpm@10 new:vendor <name>'],
  [['acme', 'zenith'], 'usage: npx -y pnpm@10 new:vendor <name>'],
  [['acme', '--simulator', '--outside', 'elsewhere'], 'usage: npx -y pnpm@10 new:vendor <name>'],
  [['acme', '--outside', import.meta.dirname], `${import.meta.dirname} is not empty`],
  [['Acme Backup'], '"Acme Backup" cannot be a vendor\'s name'],
  [['avepoint'], '"avepoint" is taken'],
])('the command refuses %j with exit code 2 and one clear line', (args, message) => {
  const result = spawnSync(process.execPath, [join(import.meta.dirname, 'new-vendor.ts'), ...args], {
    encoding: 'utf8',
  });
  expect(result.status).toBe(2);
  expect(result.stderr).toContain(message);
  expect(result.stderr.trim().split('\n')).toHaveLength(1);
});
