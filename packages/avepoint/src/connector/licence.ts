import { type Answer, unreadableAnswer } from '@crossvault/client-kit';
import { isJsonObject, readCount, Unreadable, type WireValue } from '@crossvault/core';
import { describeMisfit, openEnvelope } from '../mapping/unwrap.ts';
import { licenceWire } from '../mapping/wire.ts';

/** What a tenant has bought, as far as the vendor reports. */
export interface Licence {
  /** Whether the tenant has any licence; the answer for an unlicensed tenant is not documented. */
  readonly isBought: boolean;
  readonly seats: number | null;
  readonly assignedSeats: number | null;
}

export function unwrapLicence(answer: Answer, connection: string): Licence {
  const data = openEnvelope(answer, connection)['data'];
  if (data === null || data === undefined) return { isBought: false, seats: null, assignedSeats: null };
  if (!isJsonObject(data)) throw unreadableAnswer(connection, describeMisfit('a licence that cannot be read'));
  const read = licenceWire.parse(data);
  const seats = readCount(read.purchasedUserSeats).value;
  return {
    isBought: isSome(read.purchasedUserSeats) || isSome(read.purchasedStorageSize),
    seats,
    assignedSeats: readCount(read.assignedUserSeats).value,
  };
}

/** A figure that is present and not zero, including an unreadable one. */
const isSome = (value: WireValue<number | string>): boolean =>
  value instanceof Unreadable || (value !== null && value !== undefined && Number(value) !== 0);
