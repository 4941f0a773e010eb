import type { ApplianceState } from './appliance.ts';
import { renderInstant } from './time-text.ts';
import type { SystemPart } from './versions.ts';

const SUBSCRIPTION_ID = '6c1f0a57-2b9e-4d38-8f4a-90d7be35c216';

/** The build of each product; the last part is made up. */
const toBuild = (product: ApplianceState['product']): string => `${product ?? '8.1'}.0.107`;

/** What the appliance says of itself, by the last part of the path. */
export const describeSystem = (
  name: Exclude<SystemPart, 'serviceIsUp'>,
  { product, systemState }: ApplianceState,
  { nowMs, timeZone }: { readonly nowMs: number; readonly timeZone: string },
): unknown => {
  const now = renderInstant(nowMs * 1000);
  switch (name) {
    case 'about':
      return {
        serverVersion: toBuild(product),
        workerVersion: toBuild(product),
        flrVersion: toBuild(product),
        databaseId: 'd1a4c7f0-36b8-4e92-a5c3-7f80e2b94d16',
        copyright: 'Simulated',
        deploymentSubscriptionId: SUBSCRIPTION_ID,
      };
    case 'serverInfo':
      return {
        subscriptionId: SUBSCRIPTION_ID,
        serverName: 'vbaz-ukwest',
        azureRegion: 'ukwest',
        azureRegionName: 'UK West',
        azureVmId: `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/backup/providers/Microsoft.Compute/virtualMachines/vbaz-ukwest`,
        resourceGroup: 'backup',
        azureEnvironment: 'Global',
        virtualMachineUniqueId: '9e0b6f42-15c8-4d7a-8b3e-62fa0c97d581',
      };
    case 'time':
      return { utcDateTime: now, timeZone };
    case 'status':
      return { state: systemState, serverTime: now };
  }
};
