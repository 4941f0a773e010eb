import { tolerant, Unreadable, type WireValue, wireFor } from '@crossvault/contract';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

const text = () => tolerant(z.string());
const amount = () => tolerant(z.union([z.number(), z.string()]));
const scalar = () => tolerant(z.union([z.string(), z.number(), z.boolean()]));

export const agentWire = wireFor<components['schemas']['BackupAgent']>()(z.object({ id: text(), name: text() }));

/**
 * Three fields have two names: the page of the collection writes `lastSessionStatusId`, `operationModeId` and
 * `backupMode`, the page of the single job `lastSessionStatus`, `operationMode` and `backupModeId`.
 */
export const agentJobWire = wireFor<components['schemas']['BackupAgentJob']>()(
  z.object({
    id: text(),
    name: text(),
    lastSessionStatus: text(),
    lastSessionStatusId: text(),
    operationMode: text(),
    operationModeId: text(),
    lastRun: text(),
    lastDuration: amount(),
    nextRun: text(),
    backupSize: amount(),
    failureMessage: text(),
    description: scalar(),
    destination: scalar(),
    targetType: scalar(),
    scheduleType: scalar(),
    backupMode: scalar(),
    backupModeId: scalar(),
    disabled: scalar(),
    avgDuration: scalar(),
    restorePoints: scalar(),
    lastRestorePoint: scalar(),
    freeSpace: scalar(),
    lastModified: scalar(),
    lastModificationDoneBy: scalar(),
    backupPolicyId: scalar(),
    backupPolicyName: scalar(),
    backupPolicyStatus: scalar(),
    backupPolicyNote: scalar(),
    cloudConnectAgentUid: scalar(),
  }),
);

export type AgentJobWire = z.infer<typeof agentJobWire>;

/** A field with two names: the first that can be read, else the first that is there. */
export function either<T>(one: WireValue<T>, other: WireValue<T>): WireValue<T> {
  const present = [one, other].filter((value) => value !== null && value !== undefined);
  return present.find((value) => !(value instanceof Unreadable)) ?? present[0];
}
