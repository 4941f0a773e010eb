import { registryEdits } from './registry-edits.ts';
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
  'src/client/problem.test.ts',
  'src/client/problem.ts',
  'src/config.test.ts',
  'src/config.ts',
  'src/connector/__fixtures__/get-job.example.json',
  'src/connector/conformance-acting.test.ts',
  'src/connector/conformance.test.ts',
  'src/connector/connector.test.ts',
  'src/connector/connector.ts',
  'src/mapping/job-answer.ts',
  'src/connector/key.test.ts',
  'src/connector/key.ts',
  'src/connector/list-filter.test.ts',
  'src/connector/list-filter.ts',
  'src/mapping/map-errors.ts',
  'src/mapping/map-job.test.ts',
  'src/mapping/map-job.ts',
  'src/mapping/map-kind.test.ts',
  'src/mapping/map-kind.ts',
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
  'tsconfig.build.json',
];

/** Where every template goes, by its path below `templates`. */
const targets = ({ id }: VendorName): readonly (readonly [template: string, path: string])[] => [
  ...vendorTemplates.map((file) => [`vendor/${file}`, `packages/${id}/${file.replace('__VENDOR__', id)}`] as const),
  ['simulator/simulator.ts', `packages/simulators/src/${id}/simulator.ts`],
];

/**
 * Everything that makes a new vendor: its package, its simulator, and the files that name the vendors with it in them.
 * Throws {@link VendorNameError} for a name that cannot be had; nothing is written here.
 */
export function planVendor(text: string, readFile: ReadFile): readonly PlannedFile[] {
  const name = parseVendorName(text);
  refuseTaken(name, readFile);
  const made = targets(name).map(([template, path]) => ({
    path,
    text: fill(requireText(`${templateFolder}/${template}.template`, readFile), name),
  }));
  const changed = Object.entries(registryEdits).map(([path, edit]) => {
    try {
      return { path, text: edit(requireText(path, readFile), name) };
    } catch (error) {
      throw new Error(`${path} takes no new vendor: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return [...made, ...changed];
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
