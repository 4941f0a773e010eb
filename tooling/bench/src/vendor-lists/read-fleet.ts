import { type SimulatorsOptions, startSimulators, type VendorId } from '@crossvault/simulators';

/** Asks the simulated vendor for a path, with a valid token. */
export type Ask = (path: string) => Promise<unknown>;

/** Reads what a vendor's simulated fleet of about so many jobs answers. */
export async function readFleet<T>(
  vendor: VendorId,
  options: SimulatorsOptions,
  read: (ask: Ask) => Promise<T>,
): Promise<T> {
  const simulators = await startSimulators({ vendors: [vendor], days: 90, start: '2026-03-02T12:00:00Z', ...options });
  try {
    const { url, tokens } = simulators.vendor(vendor);
    const headers = { authorization: `Bearer ${tokens.valid}` };
    return await read(async (path) => {
      const response = await fetch(`${url}${path}`, { headers });
      if (response.ok) return response.json();
      throw new Error(`The simulator of ${vendor} answered ${response.status} to ${path}.`);
    });
  } finally {
    await simulators.close();
  }
}

/** The first rows of pages that are read one after the other, until there are enough. */
export async function readRows(
  wanted: number,
  readPage: (offset: number) => Promise<readonly unknown[]>,
): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  while (rows.length < wanted) {
    const page = await readPage(rows.length);
    if (page.length === 0) throw new Error(`The fleet has only ${rows.length} jobs.`);
    rows.push(...page);
  }
  return rows.slice(0, wanted);
}
