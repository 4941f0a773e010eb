import { tolerant, Unreadable, type WireValue, wireFor } from '@crossvault/core';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

type Spec = components['schemas'];

const text = tolerant(z.string());
const number = tolerant(z.number());
const textOrNumber = tolerant(z.union([z.string(), z.number()]));
/** Fields that become texts of `details`. */
const scalar = tolerant(z.union([z.string(), z.number(), z.boolean()]));

const restorePointWire = { reason: scalar, backupPolicyDisplayName: scalar };
const fileRestoreWire = {
  ...restorePointWire,
  initiator: scalar,
  restorePointCreatedDateUtc: scalar,
  flrLink: tolerant(z.object({ url: scalar, thumbprint: scalar })),
};

/** A session, alike in a list and in a single answer. v1 knows the first four of the info objects. */
export const sessionWire = wireFor<Spec['JobSession']>()(
  z.object({
    id: text,
    type: text,
    localizedType: scalar,
    executionStartTime: text,
    executionStopTime: text,
    executionDuration: textOrNumber,
    status: text,
    usn: scalar,
    backupJobInfo: tolerant(
      z.object({
        policyId: text,
        policyName: text,
        policyType: scalar,
        policyRemoved: scalar,
        protectedInstancesCount: textOrNumber,
      }),
    ),
    /** What v1 means by `items` its page does not show. */
    restoreJobInfo: tolerant(z.object({ ...restorePointWire, items: z.unknown().optional() })),
    fileLevelRestoreJobInfo: tolerant(
      z.object({ ...fileRestoreWire, vmId: text, vmName: text, isFlrSessionReady: scalar }),
    ),
    repositoryJobInfo: tolerant(
      z.object({ repositoryId: textOrNumber, repositoryName: text, repositoryRemoved: scalar }),
    ),
    healthCheckJobInfo: tolerant(
      z.object({ policyId: text, policyName: text, policyRemoved: scalar, checkedInstancesCount: textOrNumber }),
    ),
    fileShareFileLevelRestoreJobInfo: tolerant(
      z.object({ ...fileRestoreWire, fileShareId: text, fileShareName: text }),
    ),
    restorePointDataRetrievalJobInfo: tolerant(
      z.object({
        restorePointId: scalar,
        sqlRestorePointId: scalar,
        cosmosDbRestorePointId: scalar,
        initiator: scalar,
        instanceName: scalar,
        daysToKeep: scalar,
        dataRetrievalPriority: scalar,
      }),
    ),
    retentionJobInfo: tolerant(z.object({ deletedRestorePointsCount: scalar })),
  }),
);
export type SessionWire = z.output<typeof sessionWire>;

/** A page. Its rows stay unparsed: each is parsed separately. */
export const sessionListWire = wireFor<Spec['JobSessionList']>()(
  z.object({
    offset: number,
    totalCount: number,
    results: z.array(z.unknown()).readonly(),
    _links: tolerant(z.object({ next: tolerant(z.unknown()) })),
  }),
);
export type SessionListWire = z.output<typeof sessionListWire>;

export const sessionLogWire = wireFor<Spec['SessionLog']>()(
  z.object({ log: tolerant(z.array(z.unknown()).readonly()) }),
);

export const sessionLogEntryWire = wireFor<Spec['SessionLogEntry']>()(
  z.object({ logTime: text, status: text, message: text, executionDuration: textOrNumber }),
);
export type SessionLogEntryWire = z.output<typeof sessionLogEntryWire>;

/** What became of a resource of a session. */
export const sessionItemWire = wireFor<Spec['SessionItem']>()(
  z.object({
    resource: tolerant(z.object({ id: text, name: text, displayName: text })),
    runs: tolerant(
      z.array(tolerant(z.object({ jobSessionId: text, status: text, startTime: text, endTime: text }))).readonly(),
    ),
  }),
);
export type SessionItemWire = z.output<typeof sessionItemWire>;

export const isAbsent = (info: unknown): boolean => info === null || info === undefined;

/** A field inside an info object; an absent or unreadable object passes its state to the field. */
export function within<Info, Field>(
  info: WireValue<Info>,
  pick: (present: Info) => WireValue<Field>,
): WireValue<Field> {
  if (info === null || info === undefined) return null;
  return info instanceof Unreadable ? info : pick(info);
}

export const operationWire = wireFor<Spec['Operation']>()(
  z.object({
    id: text,
    startTime: text,
    status: text,
    error: tolerant(z.object({ title: text, detail: text })),
    result: z.unknown().optional(),
  }),
);
export type OperationWire = z.output<typeof operationWire>;

export const aboutWire = wireFor<Spec['About']>()(z.object({ serverVersion: text }));
export const serverInfoWire = wireFor<Spec['ServerInfo']>()(z.object({ serverName: text, azureRegionName: text }));
export const systemTimeWire = wireFor<Spec['SystemTime']>()(z.object({ utcDateTime: text, timeZone: text }));
export const systemStatusWire = wireFor<Spec['SystemStatus']>()(z.object({ state: text }));
