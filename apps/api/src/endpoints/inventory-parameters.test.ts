import { createFakeLedger, fakeConnections, makeItem, makePlan } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

const open = () => {
  const ledger = createFakeLedger({ plans: [makePlan('a', 'plan')], items: [makeItem('a', 'item')] });
  return startFacade(fakeConnections({}), { ledger });
};

test.each(['plans', 'protected-items'])('%s take filters by what was judged of them', async (list) => {
  const facade = await open();
  const { status } = await facade.ask(`/v1/${list}?problem=true&missed=false&stale=3d&streak=3`);
  expect(status).toBe(200);
});

test.each([
  ['problem=maybe', 'problem'],
  ['stale=long', 'stale'],
  ['streak=0', 'streak'],
])('%s is refused', async (query, parameter) => {
  const facade = await open();
  expect(readProblem(await facade.ask(`/v1/protected-items?${query}`))).toMatchObject({ status: 400, parameter });
});
