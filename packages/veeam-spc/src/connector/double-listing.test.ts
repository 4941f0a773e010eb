import { expect, test } from 'vitest';
import { uidsOfAgentRow, uidsOfServerRow } from './double-listing.ts';

const zeros = '00000000-0000-0000-0000-000000000000';

test("a backup server's row of a type of agents is known by both of its uids", () => {
  const row = { instanceUid: 'A1', uniqueUid: 'B2' };
  for (const type of ['AgentBackupJob', 'agentPolicy']) expect(uidsOfServerRow({ ...row, type })).toEqual(['a1', 'b2']);
  for (const type of ['BackupVm', 'Unknown', undefined, 7]) expect(uidsOfServerRow({ ...row, type })).toEqual([]);
});

test("an agent's row is known by its own uid and the one on the agent's side, ids of zeros by none", () => {
  expect(uidsOfAgentRow({ instanceUid: 'A1', originalUid: 'C3' })).toEqual(['a1', 'c3']);
  expect(uidsOfAgentRow({ instanceUid: zeros, originalUid: null })).toEqual([]);
  expect(uidsOfServerRow({ instanceUid: zeros, uniqueUid: 'B2', type: 'AgentPolicy' })).toEqual(['b2']);
});

test.each([null, 'text', [], 7])('%j has no uids', (row) => {
  expect([uidsOfAgentRow(row), uidsOfServerRow(row)]).toEqual([[], []]);
});
