import { expect, test } from 'vitest';
import type { JobStatus, Provenance } from '../model/job.ts';
import { toProvenance } from './provenance.ts';
import { asRead, computed, missing, unsupported } from './reading.ts';
import type { Readings } from './rule-table.ts';
import { mappedFields } from './rule-table.ts';

const allRead: Readings = {
  nativeId: asRead('a'),
  kind: asRead('backup'),
  nativeKind: asRead('Backup'),
  status: asRead('succeeded'),
  nativeStatus: asRead('Done'),
  trigger: asRead('manual'),
  target: asRead(null),
  plan: asRead(null),
  startedAt: asRead(null),
  endedAt: asRead(null),
  durationSeconds: asRead(null),
  progressPercent: asRead(null),
  sizeBytes: asRead(null),
  transferredBytes: asRead(null),
  counts: asRead(null),
  tasks: asRead([]),
  errors: asRead([]),
  actions: asRead([]),
  details: asRead({}),
  links: asRead({}),
};

const provenanceOf = (read: Readings) => toProvenance(read, read);

test('what was derived outranks what was read', () => {
  const derived = { status: computed<JobStatus>('warning'), durationSeconds: computed<number | null>(90) };
  expect(toProvenance({ ...allRead, durationSeconds: missing(null) }, derived)).toMatchObject({
    status: 'computed',
    durationSeconds: 'computed',
  });
});

test('names every field that was not simply read', () => {
  expect(provenanceOf({ ...allRead, plan: missing(null), links: unsupported({}) })).toEqual({
    ended: 'computed',
    problem: 'computed',
    plan: 'missing',
    links: 'unsupported',
  });
});

test('jobs with the same pattern share one frozen object', () => {
  const one = provenanceOf({ ...allRead, plan: missing(null) });
  expect(provenanceOf({ ...allRead, plan: missing(null), kind: asRead('restore') })).toBe(one);
  expect(provenanceOf({ ...allRead, target: missing(null) })).not.toBe(one);
  expect(Object.isFrozen(one)).toBe(true);
});

test('patterns beyond the cache limit give the same result', () => {
  const whys: readonly Provenance[] = ['missing', 'computed'];
  for (let number = 0; number < 2 ** 11; number += 1) {
    const chosen = mappedFields.slice(0, 11).map((field, bit) => [field, whys[(number >> bit) & 1]] as const);
    const readings = Object.fromEntries(chosen.map(([field, why]) => [field, { ...allRead[field], provenance: why }]));
    expect(provenanceOf({ ...allRead, ...readings })).toEqual({
      ended: 'computed',
      problem: 'computed',
      ...Object.fromEntries(chosen),
    });
  }
});
