import { tolerant, wireFor } from '@crossvault/core';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

type Spec = components['schemas'];

type PolicySpec = 'Policy' | 'MachinePolicy' | 'SqlPolicy' | 'FileSharePolicy' | 'CosmosDbPolicy' | 'SlaPolicy';
type ItemSpec = 'ProtectedMachine' | 'ProtectedDatabase' | 'ProtectedFileShare' | 'ProtectedCosmosDbAccount';
type PointSpec = 'MachineRestorePoint' | 'DatabaseRestorePoint' | 'FileShareRestorePoint' | 'CosmosDbRestorePoint';

type AnyPolicy = Spec[PolicySpec] | Spec['VirtualNetworkPolicy'];
type AnyItem = Spec[ItemSpec];
type AnyRestorePoint = Spec[PointSpec];
type AnyPage = Spec[`${PolicySpec | ItemSpec | PointSpec}List`];

const text = tolerant(z.string());
const number = tolerant(z.number());
const flag = tolerant(z.boolean());
const hours = tolerant(z.array(number).readonly());
const days = tolerant(z.array(text).readonly());

const momentsWire = tolerant(z.object({ hours, selectedDays: days, selectedMonths: days }));
const partsWire = { snapshotSchedule: momentsWire, backupSchedule: momentsWire };
const dayWire = { startTime: number, type: text, dayOfWeek: text, dayOfMonth: number };

/** A policy, alike in a list and in a single answer. No sort has all of the fields. */
export const policyWire = wireFor<AnyPolicy>()(
  z.object({
    id: text,
    name: text,
    isEnabled: flag,
    snapshotStatus: text,
    backupStatus: text,
    archiveStatus: text,
    healthCheckStatus: text,
    indexingStatus: text,
    configurationStatus: text,
    nextExecutionTime: text,
    backupIntervalMinutes: number,
    backupIntervalHours: number,
    dailySchedule: tolerant(z.object({ dailyType: text, selectedDays: days, runsPerHour: number, ...partsWire })),
    weeklySchedule: tolerant(z.object({ startTime: number, selectedDays: days, ...partsWire })),
    monthlySchedule: tolerant(z.object({ ...dayWire, ...partsWire, monthlyLastDay: flag })),
    yearlySchedule: tolerant(z.object({ ...dayWire, month: text, yearlyLastDay: flag })),
  }),
);
export type PolicyWire = z.output<typeof policyWire>;

/** A page of policies, items or restore points. Its rows stay unparsed: each is parsed separately. */
export const pageWire = wireFor<AnyPage>()(
  z.object({
    offset: number,
    totalCount: number,
    results: z.array(z.unknown()).readonly(),
    _links: tolerant(z.object({ next: tolerant(z.unknown()) })),
  }),
);
export type PageWire = z.output<typeof pageWire>;

export const itemWire = wireFor<AnyItem>()(
  z.object({ id: text, name: text, lastBackup: text, latestBackup: text, policyName: text }),
);
export type ItemWire = z.output<typeof itemWire>;

export const restorePointWire = wireFor<AnyRestorePoint>()(
  z.object({ id: text, type: text, pointInTime: text, backupSizeBytes: number, sizeInBytes: number }),
);
