import { registryEdits, simulatorEdits } from './registry-edits.ts';
import { parseVendorName, type VendorName, VendorNameError } from './vendor-name.ts';

/** A file to be written, by its path from the root. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** The text of a file of the repository; null where there is none. */
export type ReadFile = (path: string) => string | null;

const templateFolder = 'tooling/codegen/templates';

/** Files of a vendor's package, below `templates/vendor` and, with the vendor's name, below `packages/<vendor>`. */
export const vendorTemplates: readonly string[] = [
  'README.md',
  'openapi/SOURCE.md',
  'openapi/__VENDOR__.yaml',
  'package.json',
  'src/client/auth.test.ts',
  'src/client/auth.ts',
  'src/client/client.ts',
  'src/client/index.ts',
  'src/client/problem.test.ts',
  'src/client/problem.ts',
  'src/client/typed-client.test.ts',
  'src/client/typed-client.ts',
  'src/config.test.ts',
  'src/config.ts',
  'src/connector/__fixtures__/get-job.example.json',
  'src/connector/conformance.test.ts',
  'src/connector/connector.test.ts',
  'src/connector/connector.ts',
  'src/mapping/job-answer.ts',
  'src/connector/list-filter.test.ts',
  'src/connector/list-filter.ts',
  'src/mapping/index.ts',
  'src/mapping/key.test.ts',
  'src/mapping/key.ts',
  'src/mapping/map-errors.ts',
  'src/mapping/map-job.test.ts',
  'src/mapping/map-job.ts',
  'src/mapping/map-kind.test.ts',
  'src/mapping/map-kind.ts',
  'src/mapping/map-payload.test.ts',
  'src/mapping/map-payload.ts',
  'src/mapping/map-status.test.ts',
  'src/mapping/map-status.ts',
  'src/connector/position.test.ts',
  'src/connector/position.ts',
  'src/connector/probe.test.ts',
  'src/connector/probe.ts',
  'src/mapping/wire.ts',
  'src/generated/README.md',
  'src/generated/schema.ts',
  'src/index.ts',
  'src/mapping/words.ts',
  'src/testing/fake-__VENDOR__.ts',
  'src/testing/next-step.ts',
  'tsconfig.build.json',
];

/** What a package of its own has instead of, or beside, that: below `templates/outside`. */
export const outsideTemplates: readonly string[] = [
  'crossvault.yaml',
  'package.json',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** The rules of this repository's generated code are not another's. */
const onlyInside = ['src/generated/README.md'];

/** What a simulator adds, by its path below `templates/simulator`. */
export const simulatorTemplates: readonly (readonly [template: string, toPath: (id: string) => string])[] = [
  ['simulator.ts', (id) => `packages/simulators/src/${id}/simulator.ts`],
  ['simulator.test.ts', (id) => `packages/${id}/src/connector/simulator.test.ts`],
];

export interface PlanOptions {
  /** Makes a simulator, too: a server with the vendor's own behaviour, for `demo` and end-to-end checks. @default false */
  readonly simulator?: boolean;
}

/**
 * Everything that makes a new vendor: its package, the files that name the vendors with it in them, and its simulator when
 * one is wanted. Throws {@link VendorNameError} for a name that cannot be had; nothing is written here.
 */
export function planVendor(text: string, readFile: ReadFile, options: PlanOptions = {}): readonly PlannedFile[] {
  const { simulator = false } = options;
  const name = parseVendorName(text);
  refuseTaken(name, readFile);
  const words = { packageName: `@crossvault/${name.id}` };
  const made = [
    ...vendorTemplates.map((file) => [`vendor/${file}`, `packages/${name.id}/${file}`] as const),
    ...(simulator ? simulatorTemplates.map(([file, toPath]) => [`simulator/${file}`, toPath(name.id)] as const) : []),
  ].map(([template, path]) => toFile(template, path, { name, words, readFile }));
  const edits = simulator ? { ...registryEdits, ...simulatorEdits } : registryEdits;
  const changed = Object.entries(edits).map(([path, edit]) => {
    try {
      return { path, text: edit(requireText(path, readFile), name) };
    } catch (error) {
      throw new Error(`${path} takes no new vendor: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  const files = [...made, ...changed];
  return simulator ? files.map((file) => withHarness(file, name)) : files;
}

/** A vendor as a package of its own, by paths from its folder. Nothing of this repository changes. */
export function planOutsideVendor(text: string, readFile: ReadFile): readonly PlannedFile[] {
  const name = parseVendorName(text);
  const words = { packageName: name.id, versions: readVersions(readFile) };
  const inside = vendorTemplates.filter((file) => !outsideTemplates.includes(file) && !onlyInside.includes(file));
  return [
    ...inside.map((file) => [`vendor/${file}`, file] as const),
    ...outsideTemplates.map((file) => [`outside/${file}`, file] as const),
  ].map(([template, path]) => toFile(template, path, { name, words, readFile }));
}

interface Filling {
  readonly name: VendorName;
  readonly words: { readonly packageName: string; readonly versions?: Readonly<Record<string, string>> };
  readonly readFile: ReadFile;
}

function toFile(template: string, path: string, { name, words, readFile }: Filling): PlannedFile {
  const text = requireText(`${templateFolder}/${template}.template`, readFile);
  const versioned = text.replace(/__VERSION:([^_]+)__/g, (_whole, of: string) => {
    const version = words.versions?.[of];
    if (version === undefined) throw new Error(`no version of ${of} is known`);
    return version;
  });
  return {
    path: fill(path, name),
    text: fill(versioned.replaceAll('__PACKAGE__', words.packageName), name),
  };
}

/** Versions of our packages and of the catalog. */
function readVersions(readFile: ReadFile): Readonly<Record<string, string>> {
  const manifest: { version: string } = JSON.parse(requireText('packages/core/package.json', readFile));
  const [, versions = ''] = /^catalog:\n((?: {2}.*\n)*)/m.exec(requireText('pnpm-workspace.yaml', readFile)) ?? [];
  const catalog = versions.matchAll(/^ {2}"?([@\w/-]+)"?: \^?(\S+)$/gm);
  return {
    ...Object.fromEntries([...catalog].map(([, of = '', version = '']) => [of, version])),
    crossvault: manifest.version,
  };
}

/** The manifest of a vendor with a simulator, whose tests need both. */
function withHarness(file: PlannedFile, { id }: VendorName): PlannedFile {
  if (file.path !== `packages/${id}/package.json`) return file;
  const manifest: { devDependencies: Record<string, string> } = JSON.parse(file.text);
  const devDependencies = { ...manifest.devDependencies, '@crossvault/harness': 'workspace:*' };
  return { ...file, text: `${JSON.stringify({ ...manifest, devDependencies }, null, 2)}\n` };
}

function refuseTaken({ id }: VendorName, readFile: ReadFile): void {
  const taken = [
    ...['packages', 'apps', 'tooling'].map((folder) => `${folder}/${id}/package.json`),
    `packages/simulators/src/${id}/simulator.ts`,
  ].find((path) => readFile(path) !== null);
  if (taken !== undefined) throw new VendorNameError(`"${id}" is taken: there is ${taken}`);
}

function requireText(path: string, readFile: ReadFile): string {
  const text = readFile(path);
  if (text === null) throw new Error(`${path} is missing`);
  return text;
}

/** The text with the vendor's name in all its forms. */
export function fill(text: string, { id, camel, pascal, title }: VendorName): string {
  return text
    .replaceAll('__VENDOR__', id)
    .replaceAll('__Vendor__', pascal)
    .replaceAll('__vendor__', camel)
    .replaceAll('__TITLE__', title);
}
