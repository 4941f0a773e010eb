import { randomUUID } from 'node:crypto';
import type {
  Action,
  CallOptions,
  Connector,
  PreparedWrite,
  PrepareOptions,
  WriteIntent,
  WriteReport,
} from '@crossvault/core';
import type { StandingClock } from '../time/standing-clock.ts';

/** A clock that the suite moves while it waits for a vendor. */
export type MovedClock = Pick<StandingClock, 'now' | 'move'>;

const call: CallOptions = { signal: new AbortController().signal };

/** What a change is made ready with. */
export const prepareOptions = (): PrepareOptions => ({ ...call, requestId: randomUUID() });

/** As it would be kept: whatever is not plain JSON is lost on the way. */
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** `requestId`: the id that the change was prepared with, where the vendor takes one. */
export const toIntent = (
  action: Action,
  { target, facts }: Pick<PreparedWrite, 'target' | 'facts'>,
  clock: MovedClock,
  requestId: string = randomUUID(),
): WriteIntent => ({
  action,
  target,
  facts: kept(facts),
  requestId,
  at: new Date(clock.now()).toISOString(),
});

/** Looks at a change until it is over, waiting as long as the vendor asks. */
export async function followToEnd(
  { writes }: Connector,
  intent: WriteIntent,
  first: WriteReport,
  clock: MovedClock,
): Promise<WriteReport> {
  if (writes === undefined) throw new Error('The connector follows nothing.');
  let report = first;
  for (let looks = 0; report.status === 'running'; looks += 1) {
    if (looks > 100) throw new Error('The change does not end.');
    clock.move((report.retryAfterSeconds ?? 60) * 1000);
    report = await writes.follow(intent, kept(report.tracking), call);
  }
  return report;
}

/** Sends a change, and follows it to its end. */
export async function carryOut(
  connector: Connector,
  action: Action,
  write: PreparedWrite,
  clock: MovedClock,
  requestId?: string,
): Promise<WriteReport> {
  const intent = toIntent(action, write, clock, requestId);
  return followToEnd(connector, intent, await write.send(call), clock);
}
