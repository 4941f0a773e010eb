import { toJobId } from '@crossvault/core';
import { expect, test } from 'vitest';
import { renderAudit } from './audit.ts';

test('what was said of a finding is shown with the vendor id of what the finding is about', () => {
  const item = toJobId('a', ['item', 'vm-1']);
  const target = toJobId('a', ['finding', 'missed', item]);
  const entry = { at: '2026-01-15T12:00:00.000Z', actor: 'ann', action: 'finding.mute', connection: 'a', detail: {} };
  const [, line] = renderAudit([{ ...entry, target }], 200);
  expect(line).toMatch(/^2026-01-15 12:00:00 {2}ann +finding.mute +a\/vm-1 +-$/);
});
