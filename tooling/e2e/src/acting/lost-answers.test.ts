import { describe, expect, test, vi } from 'vitest';
import { describeVendors } from './actions-table.ts';
import { type LostBy, loseWrite } from './lose-write.ts';
import { onSqlite } from './store-setups.ts';
import { type WriteCase, writeCases } from './write-cases.ts';

// Real processes are started, killed and started again: how long that takes is the machine's affair. `check:lost-answers` tries all.
vi.setConfig({ testTimeout: 600_000 });

const caseOf = (vendor: WriteCase['vendor'], action: WriteCase['action']): WriteCase => {
  const found = writeCases.find((each) => each.vendor === vendor && each.action === action);
  if (found === undefined) throw new Error(`There is no case of ${action} at ${vendor}.`);
  return found;
};

test('every change that a connector offers is tried', async () => {
  const offered = (await describeVendors()).flatMap(({ vendor, name, capabilities }) =>
    (capabilities?.actions ?? []).map((action) => [vendor, /-(v\d)$/.exec(name)?.[1] ?? '', action].join(' ')),
  );
  const tried = writeCases.map(({ vendor, version, action }) => [vendor, version ?? '', action].join(' '));
  expect(new Set(tried)).toEqual(new Set(offered));
});

describe('a server that is killed after the vendor has a change, and before it has the answer', () => {
  test.each<[WriteCase['vendor'], WriteCase['action'], LostBy, readonly string[]]>([
    ['veeam-azure', 'disable', 'performed-late', ['done']],
    ['azure-backup', 'stop-protection', 'answer-held', ['done']],
  ])(
    '%s, %s, %s: one request, and the restarted server reports the truth',
    async (vendor, action, lostBy, statuses) => {
      const { requests, operation } = await loseWrite(caseOf(vendor, action), lostBy, 20261130, onSqlite);
      expect(requests).toEqual([1]);
      expect(statuses).toContain(operation.status);
    },
  );
});
