import type { AnomalyCode, JobStatus, Provenance } from '../model/job.ts';
import type { DerivedFields, ReadingNotes } from './derived-fields.ts';
import { ProvenancePattern, positions } from './provenance.ts';
import type { Reading } from './reading.ts';

const none: readonly AnomalyCode[] = [];

/** What the readings of one job say beside their values, collected while the values are written into the job. */
export class CollectedNotes implements ReadingNotes {
  status: Provenance | undefined = undefined;
  durationSeconds: Provenance | undefined = undefined;
  isTroubled = false;
  anomalies: readonly AnomalyCode[] = none;
  readonly #pattern = new ProvenancePattern();

  /** The value of a field that nothing is derived for. Fields are taken in the order of the model. */
  take<T>(position: number, reading: Reading<T>): T {
    this.#pattern.note(position, reading.provenance);
    if (reading.anomalies !== undefined) this.anomalies = [...this.anomalies, ...reading.anomalies];
    return reading.value;
  }

  takeStatus(reading: Reading<JobStatus>): JobStatus {
    this.status = reading.provenance;
    this.isTroubled = reading.troubled === true;
    if (reading.anomalies !== undefined) this.anomalies = [...this.anomalies, ...reading.anomalies];
    return reading.value;
  }

  takeDuration(reading: Reading<number | null>): number | null {
    this.durationSeconds = reading.provenance;
    if (reading.anomalies !== undefined) this.anomalies = [...this.anomalies, ...reading.anomalies];
    return reading.value;
  }

  /** The provenance of all fields. What was derived outranks what was read. */
  toProvenance(derived: Pick<DerivedFields, 'status' | 'durationSeconds'>): Readonly<Record<string, Provenance>> {
    this.#pattern.note(positions.status, derived.status.provenance);
    this.#pattern.note(positions.durationSeconds, derived.durationSeconds.provenance);
    return this.#pattern.toProvenance();
  }
}
