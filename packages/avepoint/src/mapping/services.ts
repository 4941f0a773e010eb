import type { JobsQuery } from '../client/client.ts';

/** A service of the product, by its number in the settings. */
export interface Service {
  readonly name: string;
  /** The value of the list's filter `objectType` whose name is the nearest; null: no value exists, and its jobs cannot be identified. */
  readonly objectType: NonNullable<JobsQuery['objectType']> | null;
}

/**
 * `serviceType` counts from 0, `objectType` from 1, and neither page mentions the other: that two names mean the same is
 * inferred. Parts of a service (the channels of Teams, the metadata of public folders) have no filter of their own.
 */
const services: ReadonlyMap<number, Service> = new Map([
  [0, { name: 'Exchange Online', objectType: 1 }],
  [1, { name: 'SharePoint Online', objectType: 2 }],
  [2, { name: 'OneDrive', objectType: 3 }],
  [3, { name: 'Microsoft 365 Groups', objectType: 4 }],
  [4, { name: 'Project Online', objectType: 5 }],
  [5, { name: 'Public Folder', objectType: 6 }],
  [6, { name: 'Teams', objectType: 7 }],
  [7, { name: 'Public Folder Metadata', objectType: null }],
  [8, { name: 'Private Channel', objectType: null }],
  [9, { name: 'Viva Engage', objectType: 8 }],
  [10, { name: 'Teams Chat', objectType: 9 }],
  [11, { name: 'Power BI', objectType: 10 }],
  [12, { name: 'Power Automate', objectType: 11 }],
  [13, { name: 'Shared Channel', objectType: null }],
  [14, { name: 'Power Apps', objectType: 12 }],
]);

/** All values of the filter, in their order. */
export const objectTypes = [...services.values()].flatMap(({ objectType }) => objectType ?? []);

/** The stamp of a backup that no list of a service holds, or that lists which ignore their filter hold. */
export const noService = 'none';

/** The number in a stamp of a service; null: the stamp names none. */
export function readServiceStamp(stamp: string | null): number | null {
  return stamp !== null && /^\d{1,6}$/.test(stamp) ? Number(stamp) : null;
}

/** An unlisted number is its own name. */
export const serviceOf = (number: number): Service =>
  services.get(number) ?? { name: `Service ${number}`, objectType: null };
