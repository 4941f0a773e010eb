/** A row of the layer table of docs/architecture.md. */
export interface LayerRow {
  /** Folder of the package: `packages/core`. */
  readonly folder: string;
  /** Layer from 0; null for a package that stands beside the layers. */
  readonly layer: number | null;
  /** Folders of the packages that its shipped source may import. */
  readonly mayImport: readonly string[];
}

/** The layer of the vendors' packages; the word `vendors` in the table means all of them. */
export const vendorLayer = 3;

const rowPattern = /^\|\s*`(?<folder>(?:packages|apps|tooling)\/[\w-]+)`\s*\|(?<layer>[^|]*)\|(?<imports>[^|]*)\|/;

/** Reads the layer table; throws when there is none, or a row that cannot be understood. */
export function parseLayerTable(markdown: string): readonly LayerRow[] {
  const written = markdown.split('\n').flatMap((line) => {
    const { folder, layer, imports } = rowPattern.exec(line)?.groups ?? {};
    if (folder === undefined || layer === undefined || imports === undefined) return [];
    return [{ folder, layer: parseLayer(folder, layer.trim()), names: parseNames(imports) }];
  });
  if (written.length === 0) throw new Error('docs/architecture.md has no layer table.');
  const vendors = written.filter(({ layer }) => layer === vendorLayer).map(({ folder }) => folder);
  return written.map(({ folder, layer, names }) => ({
    folder,
    layer,
    mayImport: names.flatMap((name) => {
      if (name === 'vendors') return vendors;
      const named = written.find((row) => row.folder.split('/').at(-1) === name);
      if (named === undefined)
        throw new Error(`The layer table lets ${folder} import "${name}", which is no row of it.`);
      return [named.folder];
    }),
  }));
}

function parseLayer(folder: string, text: string): number | null {
  if (text === 'beside') return null;
  if (/^\d$/.test(text)) return Number(text);
  throw new Error(`The layer of ${folder} has to be a digit or "beside", not "${text}".`);
}

/** `core, client-kit`; `none` and a dash are no names. */
function parseNames(text: string): string[] {
  return text
    .replaceAll('`', '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => /^[a-z]/.test(name) && name !== 'none');
}
