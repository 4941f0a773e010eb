import { momentOf, type VeeamSession } from './session.ts';
import { MACHINES } from './shapes.ts';
import { renderInstant } from './time-text.ts';

const SUBSCRIPTION = { subscriptionId: '6c1f0a57-2b9e-4d38-8f4a-90d7be35c216', subscriptionName: 'Production' };

/** The machine of the session first, which alone has its trouble; then others, as many as it covers and the appliance knows. */
const machinesOf = ({ machine, policy, instances }: VeeamSession) =>
  policy === null ? [] : [machine, ...MACHINES.filter(({ id }) => id !== machine.id)].slice(0, instances);

/** What became of the resources of a session. */
export const renderSessionItems = (session: VeeamSession, nativeId: string, nowMs: number): readonly unknown[] => {
  const { word, startMicros, endMicros } = momentOf(session, nowMs);
  const instantOf = (micros: number | null) => (micros === null ? null : renderInstant(micros));
  return machinesOf(session).map(({ id, name }) => {
    const isTroubled = id === session.machine.id;
    const status = isTroubled || endMicros === null ? word : 'Success';
    return {
      resource: {
        id,
        name,
        displayName: name,
        resourceGroupName: 'prod',
        resourceType: 'VirtualMachine',
        regionId: 'ukwest',
        regionName: 'UK West',
        ...SUBSCRIPTION,
      },
      runs: [
        { jobSessionId: nativeId, status, startTime: instantOf(startMicros), endTime: instantOf(endMicros), rates: [] },
      ],
      successCount: status === 'Success' ? 1 : 0,
      failureCount: status === 'Error' ? 1 : 0,
      protectedRegionsCount: 0,
    };
  });
};
