import { expect, test } from 'vitest';
import type { JobStatus, Provenance } from '../model/job.ts';
import { ProvenancePattern, positions } from './provenance.ts';
import { computed, missing, unreadable } from './reading.ts';
import { CollectedNotes } from './reading-notes.ts';
import { type MappedField, mappedFields } from './rule-table.ts';

const provenances: readonly Provenance[] = ['computed', 'inferred', 'unsupported', 'denied', 'missing', 'unreadable'];

function provenanceOf(entries: Partial<Record<MappedField, Provenance>>) {
  const pattern = new ProvenancePattern();
  for (const field of mappedFields) pattern.note(positions[field], entries[field]);
  return pattern.toProvenance();
}

test('what was derived outranks what was read', () => {
  const notes = new CollectedNotes();
  notes.takeStatus({ value: 'succeeded', provenance: 'inferred' });
  notes.takeDuration(missing(null));
  const derived = { status: computed<JobStatus>('warning'), durationSeconds: computed(90) };
  expect(notes.toProvenance(derived)).toMatchObject({ status: 'computed', durationSeconds: 'computed' });
});

test('the anomalies of all readings are collected in the order of the readings', () => {
  const notes = new CollectedNotes();
  expect(notes.take(positions.nativeId, { value: 'a', anomalies: ['start-unknown'] })).toBe('a');
  notes.takeStatus(unreadable('unknown'));
  notes.takeDuration({ value: null, anomalies: ['duration-disagrees'] });
  expect(notes.anomalies).toEqual(['start-unknown', 'unreadable-value', 'duration-disagrees']);
});

test.each(mappedFields)('names %s where it was not simply read, for any reason', (field) => {
  for (const provenance of provenances) {
    expect(provenanceOf({ [field]: provenance })).toEqual({
      ended: 'computed',
      problem: 'computed',
      [field]: provenance,
    });
  }
});

test('names all fields at once, in the order of the model', () => {
  const all = Object.fromEntries(mappedFields.map((field, index) => [field, provenances[index % 6]]));
  expect(Object.entries(provenanceOf(all))).toEqual([
    ['ended', 'computed'],
    ['problem', 'computed'],
    ...mappedFields.map((field, index) => [field, provenances[index % 6]]),
  ]);
});

test('jobs with the same pattern share one frozen object', () => {
  const one = provenanceOf({ plan: 'missing' });
  expect(provenanceOf({ plan: 'missing' })).toBe(one);
  expect(provenanceOf({ target: 'missing' })).not.toBe(one);
  expect(Object.isFrozen(one)).toBe(true);
});

test('patterns beyond the cache limit give the same result', () => {
  const whys: readonly Provenance[] = ['missing', 'computed'];
  for (let number = 0; number < 2 ** 11; number += 1) {
    const entries = Object.fromEntries(
      mappedFields.slice(0, 11).map((field, bit) => [field, whys[(number >> bit) & 1]]),
    );
    expect(provenanceOf(entries)).toEqual({ ended: 'computed', problem: 'computed', ...entries });
  }
});
