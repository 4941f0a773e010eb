import { openHouse } from './open-house.ts';
import { readWhole } from './read-whole.ts';

/** Loads what connectors load on demand: in real time, which must not count as a wait of the vendors. */
export async function warmUp(): Promise<void> {
  const house = await openHouse({ jobs: 4, deadlineMs: 600_000 });
  await readWhole(house, { limit: 500, mostPages: 1 });
  await house.close();
}
