import type { VendorName } from './vendor-name.ts';

/** The text of a file with a vendor entered into it. Throws where the file is not as it is known. */
type Edit = (text: string, name: VendorName) => string;

/** A text that can be a key as it stands, or has to be quoted. */
const toKey = (id: string): string => (id.includes('-') ? `'${id}'` : id);

function replaceOnce(text: string, pattern: RegExp, replace: (...groups: string[]) => string): string {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`nothing in it looks like ${pattern.source}`);
  const [whole, ...groups] = match;
  return text.slice(0, match.index) + replace(...groups) + text.slice(match.index + whole.length);
}

/** Enters an import where its specifier belongs among the others. */
function addImport(text: string, names: string, specifier: string): string {
  const lines = text.split('\n');
  const specifierOf = (line: string): string => /^(?:import .*|\}) from '([^']+)';$/.exec(line)?.[1] ?? '';
  const next = lines.findIndex((line) => line.startsWith('import ') && specifierOf(line) > specifier);
  const last = lines.findLastIndex((line) => specifierOf(line) !== '');
  return lines.toSpliced(next === -1 ? last + 1 : next, 0, `import { ${names} } from '${specifier}';`).join('\n');
}

const addToVendors: Edit = (text, { id, camel }) =>
  replaceOnce(
    text,
    /(export const vendors: [^=]*= \[\n)([^\]]*)(\];)/,
    (head = '', entries = '', tail = '') => `${head}${entries}${toVendorEntry(id, camel)}${tail}`,
  );

const toVendorEntry = (id: string, camel: string): string =>
  [
    '  {',
    `    id: '${id}',`,
    `    settings: async () => (await import('@crossvault/${id}/config')).${camel}Settings,`,
    `    definition: async () => (await import('@crossvault/${id}')).${camel},`,
    '  },',
    '',
  ].join('\n');

const addToSimulators: Edit = (text, { id, pascal }) =>
  replaceOnce(
    addImport(text, `create${pascal}Simulator`, `./${id}/simulator.ts`),
    /(const SIMULATORS: .*= \{\n)((?: {2}.*\n)*)(\};)/,
    (head = '', entries = '', tail = '') =>
      `${head}${entries}  ${toKey(id)}: { share: 0, create: create${pascal}Simulator },\n${tail}`,
  );

const addToVendorIds: Edit = (text, { id }) =>
  replaceOnce(text, /(export const VENDOR_IDS = \[)([^\]]*?),?\s*(\] as const;)/, (head = '', ids = '', tail = '') => {
    return `${head}${ids}, '${id}'${tail}`;
  });

const addDependency: Edit = (text, { id }) => {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(text);
  const dependencies = Object.entries({ ...manifest.dependencies, [`@crossvault/${id}`]: 'workspace:*' });
  const sorted = dependencies.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ ...manifest, dependencies: Object.fromEntries(sorted) }, null, 2)}\n`;
};

const addReference =
  (toPath: (id: string) => string): Edit =>
  (text, { id }) => {
    const project: { references: { path: string }[] } = JSON.parse(text);
    const references = [...project.references, { path: toPath(id) }];
    return `${JSON.stringify({ ...project, references }, null, 2)}\n`;
  };

/** A row behind those of the vendors that are there. */
const addLayerRow: Edit = (text, { id, title }) => {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => /^\|\s*`packages\/[\w-]+`\s*\|\s*3\s*\|/.test(line));
  if (last === -1) throw new Error('its layer table has no vendor');
  const row = `| \`packages/${id}\` | 3 | core, client-kit | ${title}, likewise |`;
  return lines.toSpliced(last + 1, 0, row).join('\n');
};

type Edits = Readonly<Record<string, Edit>>;

/** Every file that names the vendors, and how a new one gets into it. */
export const registryEdits: Edits = {
  'docs/architecture.md': addLayerRow,
  'tsconfig.build.json': addReference((id) => `packages/${id}/tsconfig.build.json`),
  'packages/runtime/package.json': addDependency,
  'packages/runtime/tsconfig.build.json': addReference((id) => `../../packages/${id}/tsconfig.build.json`),
  'packages/runtime/src/connections/vendors.ts': addToVendors,
};

/** Every file that names the simulators. */
export const simulatorEdits: Edits = {
  'packages/simulators/src/simulators.ts': addToSimulators,
  'packages/simulators/src/truth.ts': addToVendorIds,
};
