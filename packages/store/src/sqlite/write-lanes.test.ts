import { expect, test } from 'vitest';
import { createWriteLanes } from './write-lanes.ts';

test('calls are made in their order, but renewals of leases before all others', () => {
  const lanes = createWriteLanes<{ readonly name: 'putJobs' | 'renewLease' | 'vacuum' }>();
  for (const name of ['putJobs', 'renewLease', 'vacuum', 'renewLease'] as const) lanes.add({ name });
  const made = [1, 2, 3, 4, 5].map(() => lanes.next()?.name);
  expect(made).toEqual(['renewLease', 'renewLease', 'putJobs', 'vacuum', undefined]);
});
