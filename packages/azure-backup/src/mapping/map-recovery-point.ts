import {
  isJsonObject,
  parseWire,
  type RecoveryPoint,
  readInstant,
  readSize,
  readText,
  toRecoveryPoint,
  Unreadable,
} from '@crossvault/core';
import { readPart, splitList } from './job-answer.ts';
import { isJobId } from './key.ts';
import { sentinels } from './map-tasks.ts';
import { segmentAfter } from './protection-key.ts';
import { type RecoveryPointWire, recoveryPointResourceWire, recoveryPointWire } from './wire-protection.ts';

/** The recovery points of an item, newest first; what has no name cannot be restored and is left out. */
export function mapRecoveryPoints(rows: readonly unknown[]): readonly RecoveryPoint[] {
  const newest = ({ at, windows }: RecoveryPoint): string => at ?? windows.at(-1)?.to ?? '';
  return rows.flatMap(mapRecoveryPoint).toSorted((one, other) => newest(other).localeCompare(newest(one)));
}

function mapRecoveryPoint(row: unknown): RecoveryPoint[] {
  if (!isJsonObject(row)) return [];
  const { id, name, properties } = parseWire(recoveryPointResourceWire, row);
  const own = typeof name === 'string' && isJobId(name) ? name : null;
  const known = own ?? (typeof id === 'string' ? segmentAfter(id, 'recoveryPoints') : null);
  if (known === null) return [];
  const point = readPart(properties, recoveryPointWire);
  const { recoveryPointProperties: keeping } = point;
  const kept = keeping instanceof Unreadable ? null : keeping;
  const at = readInstant(point.recoveryPointTime, sentinels).value;
  return [
    toRecoveryPoint({
      id: known,
      at: at ?? readInstant(point.recoveryPointTimeInUTC, sentinels).value,
      type: readText(point.recoveryPointType).value ?? readText(point.type).value,
      sizeBytes: readSize(point.recoveryPointSizeInGB, 'GB').value,
      tier: readTier(point),
      expiresAt: readInstant(kept?.expiryTime, sentinels).value,
      softDeleted: typeof kept?.isSoftDeleted === 'boolean' ? kept.isSoftDeleted : null,
      windows: readWindows(point),
    }),
  ];
}

/** The fastest tier first. `Deleted` or `Disabled` in a tier means absent; `Rehydrated` means temporarily present. */
const tiers = [
  ['snapshot', 'instantrp', ['valid', 'rehydrated']],
  ['standard', 'hardenedrp', ['valid', 'rehydrated']],
  ['standard', 'archivedrp', ['rehydrated']],
  ['archive', 'archivedrp', ['valid']],
] as const;

function readTier({ recoveryPointTierDetails }: RecoveryPointWire): RecoveryPoint['tier'] {
  const reported = splitList(recoveryPointTierDetails).known.map(({ type, status }) => ({
    type: readText(type).value?.toLowerCase() ?? '',
    status: readText(status).value?.toLowerCase() ?? '',
  }));
  const found = tiers.find(([, type, statuses]) =>
    reported.some((tier) => tier.type === type && statuses.some((status) => status === tier.status)),
  );
  return found?.[0] ?? null;
}

/** The spans that have both ends, the oldest first. */
function readWindows({ timeRanges }: RecoveryPointWire): RecoveryPoint['windows'] {
  return splitList(timeRanges)
    .known.flatMap(({ startTime, endTime }) => {
      const from = readInstant(startTime, sentinels).value;
      const to = readInstant(endTime, sentinels).value;
      return from === null || to === null || to < from ? [] : [{ from, to }];
    })
    .toSorted((one, other) => (one.to < other.to ? -1 : 1));
}
