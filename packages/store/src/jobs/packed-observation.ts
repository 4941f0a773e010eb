import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Job, JobRecord } from '@crossvault/core';
import type { JobObservation, KnownJob } from '@crossvault/core/store';

/**
 * For rows of one to three kilobytes. Higher levels save a tenth of the space; it is the buffers that cost the time, so they
 * are no larger than such a row needs.
 */
const deflating = { level: 1, windowBits: 12, memLevel: 4, chunkSize: 2048 } as const;
const inflating = { chunkSize: 4096 } as const;

type PackedObservation = Omit<JobObservation, 'record'> & { readonly record: Omit<JobRecord, 'job'> & { job?: Job } };
type PackedJob = Omit<KnownJob, 'list' | 'full'> & {
  readonly list: PackedObservation | null;
  readonly full: PackedObservation | null;
};

/** The format of versions before readings had numbers. */
interface UnnumberedJob {
  readonly openAt?: string | null;
}

const unnumbered = { number: 0, settled: 0 } as const;

/** Before readings that are not compressed. No compressed ones begin with it: its bits name a kind of block that deflate does not have. */
const plainMark = '\u0007';

/** What a page of SQLite holds of rows, and what each row takes besides its texts. */
const pageBytes = 4_080;
const rowBytes = 16;
/** What is left of readings once they are compressed, about. */
const compressedShare = 0.5;

const rowsOnPage = (bytes: number): number => Math.floor(pageBytes / (bytes + rowBytes));

/**
 * Whether compressing pays: only where more rows fit on a page then, or where the row is larger than a page. For one row in between it
 * took a third of the processor time of storing it, and saved nothing on the disk.
 */
function isWorthCompressing(text: string, otherBytes: number): boolean {
  const plain = rowsOnPage(otherBytes + text.length);
  return plain === 0 || rowsOnPage(otherBytes + text.length * compressedShare) > plain;
}

/**
 * All readings of a job, compressed where that pays. A mapped reading that equals the document is not stored twice.
 *
 * @param otherBytes what else is in the row
 */
export function pack(known: KnownJob, document: Job, otherBytes: number): Uint8Array {
  const packObservation = (observation: JobObservation | null): PackedObservation | null => {
    if (observation === null || observation.record.job !== document) return observation;
    const { job: _, ...record } = observation.record;
    return { ...observation, record };
  };
  const packed: PackedJob = { ...known, list: packObservation(known.list), full: packObservation(known.full) };
  const text = JSON.stringify(packed);
  return isWorthCompressing(text, otherBytes)
    ? deflateRawSync(Buffer.from(text), deflating)
    : Buffer.from(plainMark + text);
}

function textOf(packed: Uint8Array): string {
  const isPlain = packed[0] === plainMark.charCodeAt(0);
  const bytes = isPlain ? packed.subarray(1) : inflateRawSync(packed, inflating);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** What {@link pack} was given. */
export function unpack(packed: Uint8Array, document: Job): KnownJob {
  const { openAt = null, ...known }: PackedJob & UnnumberedJob = JSON.parse(textOf(packed));
  const unpackObservation = (observation: PackedObservation | null): JobObservation | null => {
    if (observation === null) return null;
    const { job = { ...document, goneAt: null } } = observation.record;
    return { ...unnumbered, ...observation, record: { ...observation.record, job } };
  };
  return {
    list: unpackObservation(known.list),
    full: unpackObservation(known.full),
    result: known.result && { ...unnumbered, ...known.result },
    open: known.open ?? (openAt === null ? null : { number: 0, observedAt: openAt }),
  };
}
