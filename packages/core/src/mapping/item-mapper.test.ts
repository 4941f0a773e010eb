import { expect, test } from 'vitest';
import { parseJobId } from '../model/job-record.ts';
import { protectedItemSchema } from '../model/protected-item.ts';
import { type ItemRules, mapItem } from './item-mapper.ts';
import { inferred } from './reading.ts';
import { derivedFromJobs, notReported } from './rule-table.ts';

const rules: ItemRules<{ readonly name: string }> = {
  nativeId: { from: ['name'], rule: 'The name.', read: ({ name }) => ({ value: name }) },
  type: { from: [], rule: 'Always a machine.', read: () => inferred('vm') },
  name: { from: ['name'], rule: 'The name.', read: ({ name }) => ({ value: name }) },
  protection: { from: [], rule: 'Always.', read: () => ({ value: 'protected' }) },
  plan: notReported(null),
  lastJob: derivedFromJobs(),
  lastSuccessAt: derivedFromJobs(),
  lastRecoveryPointAt: notReported(null),
  streak: derivedFromJobs(),
  expectedNextAt: derivedFromJobs(),
  missed: derivedFromJobs(),
  health: notReported(null),
  actions: notReported([]),
};
const raw = { name: 'vm-1' };
const record = mapItem(rules, raw, { connection: 'here', vendor: 'made-up', key: ['vault', 'vm-1'], raw });

test('an item has the form of the model, with the key and the answer it came from', () => {
  expect(protectedItemSchema.parse(record.item)).toEqual(record.item);
  expect(record).toMatchObject({ key: ['vault', 'vm-1'], raw, item: { nativeId: 'vm-1', protection: 'protected' } });
});

test('the id of an item names its kind, so that no plan or job has the same', () => {
  expect(parseJobId(record.item.id)).toEqual({ connection: 'here', key: ['item', 'vault', 'vm-1'] });
});

test('where a field came from is noted, unless it was simply read', () => {
  expect(record.item.provenance).toMatchObject({ type: 'inferred', health: 'unsupported', streak: 'missing' });
  expect(record.item.provenance).not.toHaveProperty('name');
});
