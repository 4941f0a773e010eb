import { parseWire, type Reading, tolerant, Unreadable, unreadable, type WireValue, wireFor } from '@crossvault/core';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

type Schemas = components['schemas'];

const text = () => tolerant(z.string());
const amount = () => tolerant(z.union([z.number(), z.string()]));
const scalar = () => tolerant(z.union([z.string(), z.number(), z.boolean()]));
const list = <S extends z.ZodType>(entry: S) => tolerant(z.array(tolerant(entry)).readonly());

/** An agent as v2 and as v3 has it. */
export const agentWire = wireFor<Schemas['BackupAgent']>()(
  wireFor<Schemas['AgentV3']>()(
    z.object({
      id: text(),
      instanceUid: text(),
      name: text(),
      operationMode: text(),
      operationModeId: text(),
      managementMode: text(),
      status: text(),
      totalJobsCount: amount(),
      organizationUid: text(),
    }),
  ),
);

export type AgentWire = z.infer<typeof agentWire>;

/** An organization of the console: a customer. */
export const organizationWire = wireFor<Schemas['OrganizationV3']>()(z.object({ instanceUid: text(), name: text() }));

const taskWire = z.object({
  objectUid: text(),
  objectName: text(),
  status: text(),
  startTime: text(),
  endTime: text(),
  duration: amount(),
  failureMessages: list(z.string()),
});

export type TaskWire = z.infer<typeof taskWire>;

const linkWire = z.object({ rel: text() });

const timesWire = { time: text(), timeUtc: text() };

const scheduleWire = z.object({
  startDateTime: text(),
  startDateTimeUtc: text(),
  dailyScheduleOptions: tolerant(z.object({ ...timesWire, kind: text(), days: list(z.string()) })),
  monthlyScheduleOptions: tolerant(
    z.object({ ...timesWire, dayNumberInMonth: text(), dayOfWeek: text(), months: list(z.string()) }),
  ),
  periodicallyScheduleOptions: tolerant(
    z.object({ kind: text(), fullPeriod: tolerant(z.number()), schedule: tolerant(z.array(z.unknown()).readonly()) }),
  ),
  chainingOptions: tolerant(z.object({ previousJobId: text(), previousJobName: text() })),
});

/**
 * A job of an agent as v2 and as v3 has it, and one of a backup server: most fields have one name in all three. Some have
 * two in one version: the page of v2's collection writes `lastSessionStatusId`, `operationModeId` and `backupMode`, that
 * of the single job `lastSessionStatus`, `operationMode` and `backupModeId`; the examples of v3 write `endTime`,
 * `duration` and `schedulingType`, its properties `lastEndTime`, `lastDuration` and `scheduleType`.
 */
export const jobWire = wireFor<Schemas['BackupAgentJob']>()(
  wireFor<Schemas['AgentJobV3']>()(
    wireFor<Schemas['ServerJob']>()(
      z.object({
        id: text(),
        instanceUid: text(),
        originalUid: text(),
        uniqueUid: text(),
        backupAgentUid: text(),
        backupServerUid: text(),
        systemType: text(),
        name: text(),
        type: text(),
        status: text(),
        lastSessionStatus: text(),
        lastSessionStatusId: text(),
        operationMode: text(),
        operationModeId: text(),
        lastRun: text(),
        lastEndTime: text(),
        endTime: text(),
        lastDuration: amount(),
        duration: amount(),
        nextRun: text(),
        backupSize: amount(),
        backedUpSize: amount(),
        backupChainSize: amount(),
        transferredData: amount(),
        lastSessionTasks: list(taskWire),
        failureMessage: text(),
        description: scalar(),
        destination: scalar(),
        targetType: scalar(),
        scheduleType: scalar(),
        schedulingType: scalar(),
        scheduleDisplayName: scalar(),
        schedule: tolerant(scheduleWire),
        backupMode: scalar(),
        backupModeId: scalar(),
        disabled: scalar(),
        isEnabled: scalar(),
        avgDuration: scalar(),
        restorePoints: scalar(),
        lastRestorePoint: scalar(),
        freeSpace: scalar(),
        processingRate: scalar(),
        bottleneck: scalar(),
        retentionLimit: scalar(),
        retentionLimitType: scalar(),
        isGfsOptionEnabled: scalar(),
        lastModified: scalar(),
        lastModifiedDate: scalar(),
        lastModificationDoneBy: scalar(),
        lastModifiedBy: scalar(),
        createdBy: scalar(),
        creationTime: scalar(),
        backupPolicyId: scalar(),
        backupPolicyUid: scalar(),
        backupPolicyName: scalar(),
        backupPolicyStatus: scalar(),
        backupPolicyAssignStatus: scalar(),
        backupPolicyNote: scalar(),
        backupPolicyFailureMessage: scalar(),
        cloudConnectAgentUid: scalar(),
        organizationUid: scalar(),
        mappedOrganizationUid: scalar(),
        configUid: scalar(),
        locationUid: scalar(),
        siteUid: scalar(),
        _links: list(linkWire),
      }),
    ),
  ),
);

export type JobWire = z.infer<typeof jobWire>;

let latest: { readonly row: object; readonly job: JobWire } | null = null;

/** The fields of a row. Several steps read a row after each other, the mapper last; it is parsed once. */
export function parseJob(row: object): JobWire {
  if (latest?.row !== row) latest = { row, job: parseWire(jobWire, row) };
  return latest.job;
}

/** A policy for a public cloud. What it does and whether it is switched on are two fields; it reports no runs. */
export const policyWire = wireFor<Schemas['PublicCloudPolicy']>()(
  z.object({ instanceUid: text(), name: text(), status: text(), state: text() }),
);

export type PolicyWire = z.infer<typeof policyWire>;

const pagingWire = z.object({ total: amount(), offset: amount(), skip: amount() });

/** The envelope of all answers of v3. */
export const envelopeWire = wireFor<Schemas['AnyEnvelope']>()(
  z.object({ meta: tolerant(z.object({ pagingInfo: tolerant(pagingWire) })), data: z.unknown().optional() }),
);

/** A field with several names: the first readable one, else the first that is present. */
export function either<T>(one: WireValue<T>, other: WireValue<T>, third?: WireValue<T>): WireValue<T> {
  if (isReadable(one)) return one;
  if (isReadable(other)) return other;
  if (isReadable(third)) return third;
  return one ?? other ?? third ?? undefined;
}

const isReadable = (value: unknown): boolean => value !== null && value !== undefined && !(value instanceof Unreadable);

const emptyList = { known: [], lost: [] } as const;

/** The readable entries of a list; the list itself, or an entry, that cannot be read marks what is made of it. */
export function splitList<T extends object>(
  list: WireValue<readonly WireValue<T>[]>,
): { readonly known: readonly T[]; readonly lost: readonly Reading<null>[] } {
  if (list === null || list === undefined) return emptyList;
  if (list instanceof Unreadable) return { known: [], lost: [unreadable(null)] };
  return {
    known: list.flatMap((entry) => (entry && !(entry instanceof Unreadable) ? [entry] : [])),
    lost: list.flatMap((entry) => (entry instanceof Unreadable ? [unreadable(null)] : [])),
  };
}
