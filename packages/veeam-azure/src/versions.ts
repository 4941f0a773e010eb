/** The versions of the interface, oldest first. */
export const apiVersions = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v8.1'] as const;
export type ApiVersion = (typeof apiVersions)[number];

/** What a connection has to know of the version that it speaks. */
export interface VersionManner {
  /** v1 has two parameters, in lower case; later ones are compared with case. */
  readonly parameters: 'lower-case' | 'capitalized';
  /** Whether the list filters by start and status. */
  readonly filters: boolean;
  /** v2 and v3 can group what they show; their default is not documented. */
  readonly takesDisplay: boolean;
  /** Whether long requests are answered with an operation. */
  readonly hasOperations: boolean;
  /** Whether sessions report what became of each resource; documented for v8.1. */
  readonly hasSessionItems: boolean;
  /** The sorts of policies that the version has paths for. Sorts that a version of the product lacks are answered 404. */
  readonly policySorts: readonly PolicySort[];
  /** Whether policies of machines are at the path that was there for all of them. */
  readonly hasFormerPolicies: boolean;
  /** The sorts of protected items. */
  readonly itemSorts: readonly ItemSort[];
}

/** Sorts of policies, in our words: what they protect, and how. */
export const policySorts = ['virtual-machines', 'sql', 'file-shares', 'cosmos-db', 'sla', 'vnet'] as const;
export type PolicySort = (typeof policySorts)[number];

/** Sorts of protected items that are listed. */
export const itemSorts = ['virtual-machines', 'sql', 'file-shares', 'cosmos-db'] as const;
export type ItemSort = (typeof itemSorts)[number];

export function mannerOf(version: ApiVersion): VersionManner {
  const position = apiVersions.indexOf(version);
  return {
    parameters: version === 'v1' ? 'lower-case' : 'capitalized',
    filters: version !== 'v1',
    takesDisplay: version === 'v2' || version === 'v3',
    hasOperations: position >= apiVersions.indexOf('v3'),
    hasSessionItems: position >= apiVersions.indexOf('v8.1'),
    ...inventoryOf(version),
  };
}

/** That v4 parted the policies by sort is inferred: it parted the restore points. */
function inventoryOf(version: ApiVersion): Pick<VersionManner, 'policySorts' | 'hasFormerPolicies' | 'itemSorts'> {
  switch (version) {
    case 'v1':
    case 'v2':
      return { policySorts: ['virtual-machines'], hasFormerPolicies: true, itemSorts: [] };
    case 'v3':
      return { policySorts: ['virtual-machines', 'sql'], hasFormerPolicies: true, itemSorts: ['virtual-machines'] };
    default:
      return { policySorts, hasFormerPolicies: false, itemSorts };
  }
}

/** An appliance serves the version of its own product and a few before it. */
const servedVersions: readonly (readonly [product: string, served: readonly ApiVersion[]])[] = [
  ['8.1', ['v8.1', 'v8', 'v7', 'v6']],
  ['8.0', ['v8', 'v7', 'v6']],
  ['7.0', ['v7', 'v6', 'v5']],
  ['6.0', ['v6', 'v5', 'v4']],
  ['5.0', ['v5', 'v4', 'v3']],
  ['4.0', ['v4', 'v3', 'v2']],
  ['3.0', ['v3', 'v2']],
  ['2.0', ['v2']],
  ['1.0', ['v1']],
];

/** Advice for an appliance that does not know the version: which versions other products serve. */
export function adviseVersions(refused: ApiVersion): string {
  const others = servedVersions.filter(([, served]) => !served.includes(refused));
  const list = others.map(([product, served]) => `${product} serves ${served.join(', ')}`).join('; ');
  return `It may be of another product version: ${list}. Set apiVersion to one of them, and check baseUrl.`;
}
