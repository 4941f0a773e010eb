import { tolerant, wireFor } from '@crossvault/core';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

type Schemas = components['schemas'];

const count = tolerant(z.union([z.number(), z.string()]));

/** The tables end these names in `Number`, the list's sample in `Count`. */
const countsWire = wireFor<Schemas['BackupDetails']>()(
  z.object({
    totalNumber: count,
    successfulNumber: count,
    failedNumber: count,
    skippedNumber: count,
    totalCount: count,
    successfulCount: count,
    failedCount: count,
    skippedCount: count,
  }),
);

export const jobErrorWire = wireFor<Schemas['JobError']>()(
  z.object({
    value: tolerant(z.string()),
    url: tolerant(z.string()),
    number: count,
  }),
);

/** One job: a row of the list and the `data` of the single answer are the same. */
export const jobWire = wireFor<Schemas['CloudBackupJob']>()(
  z.object({
    id: tolerant(z.string()),
    state: tolerant(z.string()),
    startTime: tolerant(z.string()),
    finishTime: tolerant(z.string()),
    duration: tolerant(z.union([z.string(), z.number()])),
    backupDetails: tolerant(countsWire),
    jobErrors: tolerant(z.array(z.unknown()).readonly()),
  }),
);

/** The total has one name in the table and another in the sample. */
const metadataWire = wireFor<Schemas['ListMetadata']>()(
  z.object({
    totalNumber: count,
    totalCount: count,
    nextLink: tolerant(z.string()),
  }),
);

/** Rows and what is known of the whole, as today and as before October 2025. */
export const listWire = wireFor<Schemas['CloudBackupJobList'] | Schemas['FormerJobList']>()(
  z.object({
    data: tolerant(z.array(z.unknown()).readonly()),
    metadata: tolerant(metadataWire),
    jobs: tolerant(z.array(z.unknown()).readonly()),
    totalNumber: count,
    nextLink: tolerant(z.string()),
  }),
);

/** What an unlicensed tenant has here is not documented: absence, null and zero are all nothing. */
export const licenceWire = wireFor<Schemas['LicenseConsumption']>()(
  z.object({ purchasedUserSeats: count, assignedUserSeats: count, purchasedStorageSize: count }),
);

export const frequencyWire = wireFor<Schemas['BackupFrequency']>()(
  z.object({
    serviceType: count,
    frequency: count,
    backupStartTime: tolerant(z.array(z.unknown()).readonly()),
  }),
);
export type FrequencyWire = z.output<typeof frequencyWire>;

export const retentionWire = wireFor<Schemas['RetentionPolicy']>()(
  z.object({
    enableCustomizedRetentionPolicy: tolerant(z.boolean()),
    retentionPeriod: tolerant(z.string()),
    servicePolicies: tolerant(z.array(z.unknown()).readonly()),
  }),
);

export const serviceRetentionWire = wireFor<Schemas['ServiceRetentionPolicy']>()(
  z.object({ serviceType: count, retentionPeriod: tolerant(z.string()) }),
);

export type JobWire = z.output<typeof jobWire>;
