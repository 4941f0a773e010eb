import { nullWhenAbsent, type ProbeTry } from '@crossvault/client-kit';
import { type Clock, quoteVendor, readInstant, readText } from '@crossvault/core';
import type { VeeamAzureCalls } from '../client/client.ts';
import { aboutWire, serverInfoWire, systemStatusWire, systemTimeWire } from '../mapping/wire.ts';
import type { ApiVersion } from '../versions.ts';

type Calls = Pick<VeeamAzureCalls, 'getAbout' | 'getServerInfo' | 'getStatus' | 'getTime' | 'condition'>;

/** Clocks that differ by more make sessions look as if they began in the future. */
const toleratedSkewSeconds = 300;

/** Which product answers, in which version of the interface. Older versions do not report. */
export const tryVersion = (client: Calls, version: ApiVersion, advice: Map<string, string>): ProbeTry => ({
  name: 'version',
  async run(call) {
    const about = await nullWhenAbsent(client.getAbout(call), isRefused);
    const product = readText(aboutWire.safeParse(about?.body).data?.serverVersion).value;
    if (product === null) return `The connection uses version ${version}; the appliance does not report its own.`;
    const status = await nullWhenAbsent(client.getStatus(call), isRefused);
    if (readText(systemStatusWire.safeParse(status?.body).data?.state).value === 'Upgrading')
      advice.set('version', 'The appliance is being updated: requests may fail until it is ready.');
    const info = serverInfoWire.safeParse((await nullWhenAbsent(client.getServerInfo(call), isRefused))?.body).data;
    const where = [info?.serverName, info?.azureRegionName].flatMap((part) => readText(part).value ?? []);
    return `Product ${quoteVendor(product)}${where.length === 0 ? '' : ` on ${quoteVendor(where.join(', '))}`}; version ${version} is spoken.`;
  },
});

/** Offset of the appliance's clock: from its own report, else from the header Date. */
export const tryClock = (client: Calls, clock: Clock, advice: Map<string, string>): ProbeTry => ({
  name: 'clock',
  async run(call) {
    const askedMs = clock.now();
    const answer = await nullWhenAbsent(client.getTime(call), isRefused);
    const reported = readInstant(systemTimeWire.safeParse(answer?.body).data?.utcDateTime).value;
    const middleMs = (askedMs + clock.now()) / 2;
    const skew =
      reported === null ? client.condition().clockSkewSeconds : Math.round((Date.parse(reported) - middleMs) / 1000);
    if (skew === null) return 'The appliance does not report its time.';
    if (Math.abs(skew) > toleratedSkewSeconds)
      advice.set('clock', 'Set the clock of the appliance, or ours: times of sessions are compared with it.');
    return skew === 0
      ? 'Its clock agrees with the clock of this machine.'
      : `Its clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} ours.`;
  },
});

/** A version without these calls, or a role without the permission, is not a fault of the connection. */
export const isRefused = ({ code }: { readonly code: string }): boolean =>
  code === 'permission-denied' || code === 'source-refused';
