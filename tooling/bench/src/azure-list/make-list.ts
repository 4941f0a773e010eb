import { type Simulators, startSimulators } from '@crossvault/simulators';
import { z } from 'zod';

const listSchema = z.object({ value: z.array(z.unknown()) });
const settingsSchema = z.object({
  baseUrl: z.string(),
  vaults: z.array(
    z.object({ subscriptionId: z.string(), resourceGroup: z.string(), name: z.string(), type: z.string().optional() }),
  ),
});

/** Rows of the simulated fleet, as one answer to one request for a list: the same bytes every time. */
export async function makeList(rows: number): Promise<Buffer> {
  const simulators = await startSimulators({
    vendors: ['azure-backup'],
    // Over three vaults, and some of them begin only later.
    jobs: rows * 2,
    days: 90,
    pageSize: rows,
    start: '2026-03-02T12:00:00Z',
  });
  try {
    const value = (await readRows(simulators)).slice(0, rows);
    if (value.length < rows) throw new Error(`The fleet has only ${value.length} jobs.`);
    return Buffer.from(JSON.stringify({ value }));
  } finally {
    await simulators.close();
  }
}

/** Backup vaults answer under another provider, in another form: the list that is measured is of Recovery Services vaults. */
async function readRows(simulators: Simulators): Promise<readonly unknown[]> {
  const { connection, tokens } = simulators.vendor('azure-backup');
  const { baseUrl, vaults } = settingsSchema.parse(connection.settings((key) => key));
  const recoveryServices = vaults.filter(({ type }) => type !== 'backup');
  const pages = await Promise.all(
    recoveryServices.map(async ({ subscriptionId, resourceGroup, name }) => {
      const group = `${baseUrl}/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
      const vault = `${group}/providers/Microsoft.RecoveryServices/vaults/${name}`;
      const headers = { authorization: `Bearer ${tokens.valid}` };
      const response = await fetch(`${vault}/backupJobs?api-version=2025-02-01`, { headers });
      return listSchema.parse(await response.json()).value;
    }),
  );
  return pages.flat();
}
