import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManualClock } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followDemoClock, writeDemoClock } from './demo-clock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossvault-demo-clock-'));
  vi.spyOn(Date, 'now').mockReturnValue(5000);
});
afterEach(() => rm(folder, { recursive: true }));

test('a folder without a demo has the clock of the machine', async () => {
  const machine = createManualClock();
  expect(followDemoClock(machine, folder)).toBe(machine);
  for (const text of ['', '{}', '{"aheadMs":"60000"}', '{"aheadMs":1e300}', 'null']) {
    await writeFile(join(folder, 'demo-clock.json'), text);
    expect(followDemoClock(machine, folder)).toBe(machine);
  }
});

test('a symbolic link instead of the file is not followed', async () => {
  await writeFile(join(folder, 'elsewhere'), '{"aheadMs":60000}');
  await symlink(join(folder, 'elsewhere'), join(folder, 'demo-clock.json'));
  const machine = createManualClock();
  expect(followDemoClock(machine, folder)).toBe(machine);
});

test('a command uses the clock of the demo, also where it is moved while the command runs', async () => {
  const machine = createManualClock();
  await writeDemoClock(folder, { now: () => 65_000 });
  const clock = followDemoClock(machine, folder);
  expect(clock.now()).toBe(machine.now() + 60_000);
  await writeDemoClock(folder, { now: () => 4000 });
  await machine.move(1000);
  expect(clock.now()).toBe(machine.now() - 1000);
  expect(clock.monotonicMs()).toBe(machine.monotonicMs());
  await rm(join(folder, 'demo-clock.json'));
  await machine.move(1000);
  expect(clock.now()).toBe(machine.now() - 1000);
});
