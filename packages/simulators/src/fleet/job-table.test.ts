import { expect, test } from 'vitest';
import type { TruthJob } from '../truth.ts';
import { createJobTable, payloadOf, type TableJob, truthOf } from './job-table.ts';

type Spec = { readonly size: number };

const job: TableJob<Spec> = { nativeId: 'A1', list: 'one', spec: { size: 1 }, addedMs: 0 };
const render = ({ size }: Spec) => ({ name: 'A1', properties: { size, extra: 'yes' } });

const truth: TruthJob = {
  vendor: 'azure-backup',
  list: 'one',
  nativeId: 'A1',
  scope: null,
  kind: 'backup',
  nativeKind: null,
  status: 'succeeded',
  fullStatus: 'succeeded',
  nativeStatus: null,
  startedAt: null,
  endedAt: null,
  documented: false,
};

const tableWith = (one: TableJob<Spec>) => {
  const table = createJobTable<Spec>((id) => id.toLowerCase());
  table.put(one);
  return table;
};

test('a payload is rendered, laid over, cut, or given as it is', () => {
  expect(payloadOf(job, render)).toEqual({ name: 'A1', properties: { size: 1, extra: 'yes' } });
  const changed = { ...job, merge: { properties: { size: null, more: [1] } }, remove: ['properties.extra', 'no.such'] };
  expect(payloadOf(changed, render)).toEqual({ name: 'A1', properties: { size: null, more: [1] } });
  expect(payloadOf({ ...job, raw: 'no object at all' }, render)).toBe('no object at all');
  expect(payloadOf({ ...job, spec: null, raw: null }, render)).toBeNull();
});

test('changes of one job add up', () => {
  const table = tableWith(job);
  table.change('a1', { merge: { properties: { size: 2 } } }, (spec) => spec);
  table.change('a1', { merge: { properties: { colour: 'red' } }, remove: ['properties.extra'] }, ({ size }) => ({
    size: size + 5,
  }));
  expect(payloadOf(table.find('A1'), render)).toEqual({ name: 'A1', properties: { size: 2, colour: 'red' } });
  expect(table.find('A1').spec).toEqual({ size: 6 });
});

test('an unknown id, or an id of another list, is an error that names it', () => {
  const table = tableWith(job);
  expect(() => table.find('B2')).toThrow('no job B2 here');
  expect(() => table.change('A1', { list: 'two' }, (spec) => spec)).toThrow('no job A1 here');
});

test('a raw record has a truth only where the test says one, and the test can take a truth away', () => {
  const raw = { ...job, spec: null, raw: {} };
  expect(truthOf(raw, () => truth, truth)).toBeNull();
  expect(truthOf({ ...raw, truth: { status: 'failed' } }, () => null, truth)).toMatchObject({ status: 'failed' });
  expect(truthOf({ ...job, truth: { status: 'unknown' } }, () => truth, truth)).toMatchObject({ status: 'unknown' });
  expect(truthOf({ ...job, truth: null }, () => truth, truth)).toBeNull();
  expect(truthOf(job, () => null, truth)).toBeNull();
});
