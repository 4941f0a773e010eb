import { expect, test } from 'vitest';
import { createWriteLanes } from './write-lanes.ts';

type Name = 'putJobs' | 'renewLease' | 'deleteOlderThan' | 'vacuum' | null;

/** Calls that note their steps, and what comes while a step is made. */
function openLanes(steps: Partial<Record<'deleteOlderThan', number>> = {}) {
  const made: string[] = [];
  const coming = new Map<string, readonly Name[]>();
  const arrived: Name[] = [];
  const note = (step: string): void => {
    made.push(step);
    arrived.push(...(coming.get(step) ?? []));
  };
  const lanes = createWriteLanes<{ readonly name: Name }>({
    takeIn: () => {
      for (const name of arrived.splice(0)) lanes.add({ name });
    },
    async make({ name }) {
      if (name !== 'deleteOlderThan') return note(String(name));
      for (let step = 1; step <= (steps.deleteOlderThan ?? 1); step += 1) {
        if (step > 1) await lanes.betweenSteps();
        note(`deletion ${step}`);
      }
    },
  });
  return { lanes, made, come: (during: string, ...names: Name[]) => coming.set(during, names) };
}

test('calls are made in their order, but renewals of leases before all others', async () => {
  const { lanes, made } = openLanes();
  for (const name of ['putJobs', 'renewLease', 'vacuum', 'renewLease', null] as const) lanes.add({ name });
  await lanes.work();
  expect(made).toEqual(['renewLease', 'renewLease', 'putJobs', 'vacuum', 'null']);
});

test('a renewal that comes while a call is made waits for that one alone', async () => {
  const { lanes, made, come } = openLanes();
  come('putJobs', 'vacuum', 'renewLease');
  for (const name of ['putJobs', 'vacuum'] as const) lanes.add({ name });
  await lanes.work();
  expect(made).toEqual(['putJobs', 'renewLease', 'vacuum', 'vacuum']);
});

test('a renewal that comes while a long call is made waits for one of its steps, and other calls for all of them', async () => {
  const { lanes, made, come } = openLanes({ deleteOlderThan: 3 });
  come('deletion 1', 'putJobs', 'renewLease');
  lanes.add({ name: 'deleteOlderThan' });
  await lanes.work();
  expect(made).toEqual(['deletion 1', 'renewLease', 'deletion 2', 'deletion 3', 'putJobs']);
});

test('what is added while calls are made is made by the same work, once', async () => {
  const { lanes, made, come } = openLanes();
  come('putJobs', 'vacuum');
  lanes.add({ name: 'putJobs' });
  await Promise.all([lanes.work(), lanes.work()]);
  expect(made).toEqual(['putJobs', 'vacuum']);
});
