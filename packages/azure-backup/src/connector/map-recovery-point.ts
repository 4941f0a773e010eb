import { isJsonObject, parseWire, type RecoveryPoint, readInstant, readSize, readText } from '@crossvault/contract';
import { readPart } from './job-answer.ts';
import { isJobId } from './key.ts';
import { sentinels } from './map-tasks.ts';
import { segmentAfter } from './protection-key.ts';
import { recoveryPointResourceWire, recoveryPointWire } from './wire-protection.ts';

/** The recovery points of an item, newest first; what has no name cannot be restored and is left out. */
export function mapRecoveryPoints(rows: readonly unknown[]): readonly RecoveryPoint[] {
  return rows.flatMap(mapRecoveryPoint).toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
}

function mapRecoveryPoint(row: unknown): RecoveryPoint[] {
  if (!isJsonObject(row)) return [];
  const { id, name, properties } = parseWire(recoveryPointResourceWire, row);
  const own = typeof name === 'string' && isJobId(name) ? name : null;
  const known = own ?? (typeof id === 'string' ? segmentAfter(id, 'recoveryPoints') : null);
  if (known === null) return [];
  const point = readPart(properties, recoveryPointWire);
  return [
    {
      id: known,
      at: readInstant(point.recoveryPointTime, sentinels).value ?? readInstant(point.recoveryPointTimeInUTC).value,
      type: readText(point.recoveryPointType).value ?? readText(point.type).value,
      sizeBytes: readSize(point.recoveryPointSizeInGB, 'GB').value,
    },
  ];
}
