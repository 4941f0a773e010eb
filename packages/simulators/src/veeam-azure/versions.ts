import type { PolicySort } from './policy-sort.ts';

export type SystemPart = 'about' | 'serverInfo' | 'time' | 'status' | 'serviceIsUp';

/** The parameters and fields of one version of the API. */
export type VersionManner = {
  /** v1 writes its two parameters small and has no others. */
  readonly isFirst: boolean;
  /** Rows on a page that was asked for without a size: the reference page's, and what later versions' prose says. */
  readonly defaultLimit: number;
  /** The filter by what was worked on; null: there is none. */
  readonly resourceFilter: 'VmId' | 'ResourceId' | null;
  readonly takesDisplay: boolean;
  /** Whether `Filter`, a free text, is taken. */
  readonly takesText: boolean;
  /** Whether `FromUtc` and `ToUtc` take no other form than whole seconds of UTC. */
  readonly hasStrictTimes: boolean;
  /** Whether `Types` takes the words of v8.1 or those of the tables of v2 and v3. */
  readonly filterWords: 'early' | 'later';
  /** `usn`, the counter of changes: in the samples of v1 and v3. */
  readonly hasCounter: boolean;
  /** `_embeddedResources: {}` on each row of a list: in the samples of v3. */
  readonly embeds: boolean;
  /** The tables of v2 and v3 call durations numbers of milliseconds, their samples are TimeSpans: some of each. */
  readonly mayCountMilliseconds: boolean;
  /** Which info objects there are: four at first, two more in v3, and all of v8.1. */
  readonly infos: 'four' | 'six' | 'all';
  readonly hasInstanceFilter: boolean;
  readonly hasOperations: boolean;
  /** Whether sessions report what became of each resource. */
  readonly hasSessionItems: boolean;
  /** Which parts of `system/…` there are; every version of the interface has its versions. */
  readonly systemParts: readonly SystemPart[];
  /** Whether policies of machines are at the path that was there for all of them. */
  readonly hasFormerPolicies: boolean;
  /** Which sorts of policies and protected items there are; since when, is made up for shares and what came after. */
  readonly policySorts: readonly PolicySort[];
};

const FIRST: VersionManner = {
  isFirst: true,
  defaultLimit: 30,
  resourceFilter: null,
  takesDisplay: false,
  takesText: false,
  hasStrictTimes: false,
  filterWords: 'early',
  hasCounter: true,
  embeds: false,
  mayCountMilliseconds: false,
  infos: 'four',
  hasInstanceFilter: false,
  hasOperations: false,
  hasSessionItems: false,
  systemParts: ['about'],
  hasFormerPolicies: true,
  policySorts: ['virtualMachines'],
};

const SECOND: VersionManner = {
  ...FIRST,
  isFirst: false,
  defaultLimit: 100,
  resourceFilter: 'VmId',
  takesDisplay: true,
  mayCountMilliseconds: true,
};

const THIRD: VersionManner = {
  ...SECOND,
  embeds: true,
  infos: 'six',
  hasInstanceFilter: true,
  hasOperations: true,
  policySorts: ['virtualMachines', 'sql'],
};

/** Between v3 and v8.1 only the strict times are dated, to v4; the rest is taken to have come with them (inferred). */
const LATER: VersionManner = {
  ...THIRD,
  resourceFilter: 'ResourceId',
  takesDisplay: false,
  takesText: true,
  hasStrictTimes: true,
  filterWords: 'later',
  hasCounter: false,
  embeds: false,
  mayCountMilliseconds: false,
  infos: 'all',
  hasFormerPolicies: false,
  policySorts: ['virtualMachines', 'sql', 'fileShares'],
};

/** Virtual networks came with v6 and accounts of Cosmos DB with v7; agreed service levels are not dated. */
const SIXTH: VersionManner = { ...LATER, policySorts: [...LATER.policySorts, 'vnet'] };
const SEVENTH: VersionManner = { ...LATER, policySorts: [...SIXTH.policySorts, 'cosmosDb'] };
const EIGHTH: VersionManner = { ...LATER, policySorts: [...SEVENTH.policySorts, 'slaBased'] };
const NEWEST: VersionManner = {
  ...EIGHTH,
  hasSessionItems: true,
  systemParts: ['about', 'serverInfo', 'time', 'status', 'serviceIsUp'],
};

const VERSIONS: ReadonlyMap<string, VersionManner> = new Map([
  ['v1', FIRST],
  ['v2', SECOND],
  ['v3', THIRD],
  ['v4', LATER],
  ['v5', LATER],
  ['v6', SIXTH],
  ['v7', SEVENTH],
  ['v8', EIGHTH],
  ['v8.1', NEWEST],
]);

export const API_VERSIONS: readonly string[] = [...VERSIONS.keys()];

/** The manner of a version that is known to be there. */
export const requireVersion = (version: string): VersionManner => {
  const manner = VERSIONS.get(version);
  if (manner === undefined) throw new RangeError(`no version ${version} of the interface`);
  return manner;
};

/** The versions of the interface that each version of the product serves, newest first. v1 went with product 1.0. */
const SERVED = {
  '1.0': ['v1'],
  '2.0': ['v2'],
  '3.0': ['v3', 'v2'],
  '4.0': ['v4', 'v3', 'v2'],
  '5.0': ['v5', 'v4', 'v3'],
  '6.0': ['v6', 'v5', 'v4'],
  '7.0': ['v7', 'v6', 'v5'],
  '8.0': ['v8', 'v7', 'v6'],
  '8.1': ['v8.1', 'v8', 'v7', 'v6'],
} as const;

export type ProductVersion = keyof typeof SERVED;

export const PRODUCT_VERSIONS: readonly string[] = Object.keys(SERVED);

/** The manner of a version; undefined when the product does not serve it. `null`: an appliance that serves them all. */
export const findVersion = (version: string, product: ProductVersion | null): VersionManner | undefined => {
  const served: readonly string[] = product === null ? API_VERSIONS : SERVED[product];
  return served.includes(version) ? requireVersion(version) : undefined;
};
