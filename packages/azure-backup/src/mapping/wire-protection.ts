import { tolerant, wireFor } from '@crossvault/core';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

type Schemas = components['schemas'];

const text = () => tolerant(z.string());
const count = () => tolerant(z.number());
const texts = () => tolerant(z.array(tolerant(z.string())).readonly());

/** The rows stay unparsed: each is parsed separately, so that one invalid row does not affect the others. */
export const rowsWire = wireFor<
  | Schemas['ProtectedItemList']
  | Schemas['ProtectableItemList']
  | Schemas['PolicyList']
  | Schemas['BackupVaultPolicyList']
  | Schemas['ContainerList']
  | Schemas['RecoveryPointList']
>()(z.object({ value: tolerant(z.array(z.unknown()).readonly()), nextLink: text() }));

export const itemWire = wireFor<Schemas['ProtectedItem']>()(
  z.object({
    protectedItemType: text(),
    backupManagementType: text(),
    workloadType: text(),
    friendlyName: text(),
    serverName: text(),
    parentName: text(),
    sourceResourceId: text(),
    policyId: text(),
    policyName: text(),
    protectionState: text(),
    protectionStatus: text(),
    healthStatus: text(),
    protectedItemHealthStatus: text(),
    lastBackupStatus: text(),
    lastBackupTime: text(),
    lastRecoveryPoint: text(),
    isScheduledForDeferredDelete: tolerant(z.boolean()),
  }),
);

export const itemResourceWire = wireFor<Schemas['ProtectedItemResource']>()(
  z.object({ id: text(), name: text(), properties: tolerant(itemWire) }),
);

const moments = wireFor<{ scheduleRunDays?: string[]; scheduleRunTimes?: string[] }>()(
  z.object({ scheduleRunDays: texts(), scheduleRunTimes: texts() }),
);

export const scheduleWire = wireFor<Schemas['SchedulePolicy']>()(
  z.object({
    schedulePolicyType: text(),
    scheduleRunFrequency: text(),
    scheduleRunDays: texts(),
    scheduleRunTimes: texts(),
    scheduleFrequencyInMins: count(),
    scheduleWeeklyFrequency: count(),
    hourlySchedule: tolerant(
      wireFor<Schemas['HourlySchedule']>()(
        z.object({ interval: count(), scheduleWindowStartTime: text(), scheduleWindowDuration: count() }),
      ),
    ),
    dailySchedule: tolerant(moments),
    weeklySchedule: tolerant(moments),
  }),
);

export const policyWire = wireFor<Schemas['Policy']>()(
  z.object({
    backupManagementType: text(),
    protectedItemsCount: count(),
    timeZone: text(),
    settings: tolerant(wireFor<Schemas['PolicySettings']>()(z.object({ timeZone: text() }))),
    schedulePolicy: tolerant(scheduleWire),
    subProtectionPolicy: tolerant(
      z
        .array(
          tolerant(
            wireFor<Schemas['SubPolicy']>()(z.object({ policyType: text(), schedulePolicy: tolerant(scheduleWire) })),
          ),
        )
        .readonly(),
    ),
  }),
);

export const policyResourceWire = wireFor<Schemas['PolicyResource']>()(
  z.object({ id: text(), name: text(), properties: tolerant(policyWire) }),
);

export const containerWire = wireFor<Schemas['Container']>()(z.object({ containerType: text(), friendlyName: text() }));

export const containerResourceWire = wireFor<Schemas['ContainerResource']>()(
  z.object({ id: text(), name: text(), properties: tolerant(containerWire) }),
);

const tierWire = wireFor<Schemas['RecoveryPointTier']>()(z.object({ type: text(), status: text() }));

const keepingWire = wireFor<Schemas['RecoveryPointProperties']>()(
  z.object({ expiryTime: text(), isSoftDeleted: tolerant(z.boolean()) }),
);

const rangeWire = wireFor<Schemas['PointInTimeRange']>()(z.object({ startTime: text(), endTime: text() }));

export const recoveryPointWire = wireFor<Schemas['RecoveryPoint']>()(
  z.object({
    recoveryPointTime: text(),
    recoveryPointTimeInUTC: text(),
    recoveryPointType: text(),
    type: text(),
    recoveryPointSizeInGB: tolerant(z.union([z.number(), z.string()])),
    recoveryPointTierDetails: tolerant(z.array(tolerant(tierWire)).readonly()),
    recoveryPointProperties: tolerant(keepingWire),
    timeRanges: tolerant(z.array(tolerant(rangeWire)).readonly()),
  }),
);

export const recoveryPointResourceWire = wireFor<Schemas['RecoveryPointResource']>()(
  z.object({ id: text(), name: text(), properties: tolerant(recoveryPointWire) }),
);

export type ItemWire = z.output<typeof itemWire>;
export type RecoveryPointWire = z.output<typeof recoveryPointWire>;
export type PolicyWire = z.output<typeof policyWire>;
export type ScheduleWire = z.output<typeof scheduleWire>;
