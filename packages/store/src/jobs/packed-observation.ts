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

/** All readings of a job, compressed. A mapped reading that equals the document is not stored twice. */
export function pack(known: KnownJob, document: Job): Uint8Array {
  const packObservation = (observation: JobObservation | null): PackedObservation | null => {
    if (observation === null || observation.record.job !== document) return observation;
    const { job: _, ...record } = observation.record;
    return { ...observation, record };
  };
  const packed: PackedJob = { ...known, list: packObservation(known.list), full: packObservation(known.full) };
  return deflateRawSync(Buffer.from(JSON.stringify(packed)), deflating);
}

/** What {@link pack} was given. */
export function unpack(packed: Uint8Array, document: Job): KnownJob {
  const { openAt = null, ...known }: PackedJob & UnnumberedJob = JSON.parse(
    inflateRawSync(packed, inflating).toString('utf8'),
  );
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
