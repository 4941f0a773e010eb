/** A vendor's name in the forms in which it is written. */
export interface VendorName {
  /** `acme-backup`: the id, the folder, the package. */
  readonly id: string;
  /** `acmeBackup` */
  readonly camel: string;
  /** `AcmeBackup` */
  readonly pascal: string;
  /** `Acme Backup`, until the developer writes the product's name. */
  readonly title: string;
}

/** A name that no vendor can have here. */
export class VendorNameError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VendorNameError';
  }
}

const shape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const longest = 40;

/** Words of the language, and what the registry calls its own list. */
const reserved = new Set(
  [
    'await break case catch class const continue debugger default delete do else enum export extends false finally for',
    'function if implements import in instanceof interface let new null package private protected public return static',
    'super switch this throw true try typeof undefined var void while with yield arguments eval vendors',
  ]
    .join(' ')
    .split(' '),
);

/** No file or folder here is called so. */
const drawers = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'types', 'misc']);

export function parseVendorName(text: string): VendorName {
  if (!shape.test(text) || text.length > longest) {
    throw new VendorNameError(
      `"${text}" cannot be a vendor's name: up to ${longest} small letters and digits, in words joined by single hyphens, such as acme-backup`,
    );
  }
  if (reserved.has(text) || drawers.has(text)) {
    throw new VendorNameError(`"${text}" cannot be a vendor's name: the word is reserved`);
  }
  const words = text.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  const pascal = words.join('');
  return { id: text, camel: pascal.slice(0, 1).toLowerCase() + pascal.slice(1), pascal, title: words.join(' ') };
}
