import { expect, test } from 'vitest';
import { parseJobId } from '../model/job-record.ts';
import { planSchema } from '../model/plan.ts';
import { mapPlan, type PlanRules } from './plan-mapper.ts';
import { computed, missing, unreadable } from './reading.ts';
import { derivedFromJobs, notReported } from './rule-table.ts';

interface Answer {
  readonly id: string;
  readonly on: boolean;
}

const rules: PlanRules<Answer> = {
  nativeId: { from: ['id'], rule: 'The id.', read: ({ id }) => ({ value: id }) },
  name: { from: [], rule: 'Absent.', read: () => missing(null) },
  enabled: { from: ['on'], rule: 'As it is.', read: ({ on }) => ({ value: on }) },
  nativeStatus: notReported(null),
  schedule: { from: [], rule: 'Broken.', read: () => unreadable(null) },
  lastJob: derivedFromJobs(),
  lastSuccessAt: derivedFromJobs(),
  nextRunAt: notReported(null),
  targets: { from: [], rule: 'Counted.', read: () => computed(3) },
  sizeBytes: notReported(null),
  streak: derivedFromJobs(),
  missed: derivedFromJobs(),
  actions: { from: [], rule: 'Always.', read: () => ({ value: ['run'] }) },
  details: notReported({}),
};
const raw = { id: 'p-1', on: true };
const record = mapPlan(rules, raw, { connection: 'here', vendor: 'made-up', key: ['p-1'], raw });

test('a plan has the form of the model, with the key and the answer it came from', () => {
  expect(planSchema.parse(record.plan)).toEqual(record.plan);
  expect(record).toMatchObject({ key: ['p-1'], raw });
  expect(record.plan).toMatchObject({ nativeId: 'p-1', enabled: true, targets: 3, actions: ['run'] });
});

test('the id of a plan names its kind, so that no item or job has the same', () => {
  expect(parseJobId(record.plan.id)).toEqual({ connection: 'here', key: ['plan', 'p-1'] });
});

test('where a field came from is noted, unless it was simply read', () => {
  expect(record.plan.provenance).toMatchObject({ schedule: 'unreadable', targets: 'computed', lastJob: 'missing' });
  expect(record.plan.provenance).not.toHaveProperty('nativeId');
  expect(record.plan.provenance).not.toHaveProperty('enabled');
});
