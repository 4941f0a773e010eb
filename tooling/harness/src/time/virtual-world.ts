import type { ConnectorContext } from '@crossvault/core';
import { REQUEST_NAME_HEADER, type Simulators, WAIT_NUMBER_HEADER } from '@crossvault/simulators';
import { createIdleClock, type IdleClock } from '@crossvault/testkit';
import { Agent, fetch as fetchOver } from 'undici';
import { untilRead } from './until-read.ts';

/** The simulators' time for those who talk to them. */
export interface VirtualWorld {
  /**
   * Jumps to the earliest sleeper when there is nothing but waiting: no request under way except those that a simulator
   * itself holds, no work of other threads, and several turns of the event loop without a change.
   */
  readonly clock: IdleClock;
  /** Over real loopback, with the simulators' own authority. A request is under way until its answer's body has been read. */
  readonly fetch: ConnectorContext['fetch'];
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

export type WorldOfSimulators = Pick<Simulators, 'clock' | 'authority' | 'heldRequests'>;

/** The wait of each vendor that all callers have received: requests sent before it do not count as too early. */
function createKnownWaits() {
  const known = new Map<string, number>();
  const originOf = (url: string): string => new URL(url).origin;
  return {
    headerFor: (url: string): [string, string] => [WAIT_NUMBER_HEADER, String(known.get(originOf(url)) ?? 0)],
    /** The reader of the answer needs the rest of this turn to inform the others. */
    learn(url: string, number: string | null): void {
      if (number !== null) setImmediate(() => known.set(originOf(url), Number(number)));
    },
  };
}

export function createVirtualWorld({ clock: standing, authority, heldRequests }: WorldOfSimulators): VirtualWorld {
  const agent = new Agent({ connect: authority === null ? {} : { ca: authority.pem } });
  const underWay = new Set<string>();
  const knownWaits = createKnownWaits();
  let count = 0;

  /** A request that a simulator holds waits for the clock: it must not keep it. */
  const clock = createIdleClock(standing, () => {
    if (underWay.size === 0) return false;
    const held = new Set(heldRequests());
    return [...underWay].some((name) => !held.has(name));
  });

  return {
    clock,
    async fetch(request) {
      count += 1;
      const name = String(count);
      underWay.add(name);
      clock.look();
      let learn = (): void => undefined;
      const finish = (): void => {
        learn();
        underWay.delete(name);
        clock.look();
      };
      try {
        const response = await fetchOver(request.url, {
          method: request.method,
          headers: [...request.headers, [REQUEST_NAME_HEADER, name], knownWaits.headerFor(request.url)],
          body: request.body === null ? null : await request.arrayBuffer(),
          signal: request.signal,
          dispatcher: agent,
          redirect: 'manual',
        });
        const { status, statusText, headers, body } = response;
        learn = () => knownWaits.learn(request.url, headers.get(WAIT_NUMBER_HEADER));
        if (body === null) finish();
        return new Response(body === null ? null : untilRead(body, finish), {
          status,
          statusText,
          headers: [...headers],
        });
      } catch (error) {
        finish();
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}

const worlds = new WeakMap<WorldOfSimulators['clock'], VirtualWorld>();

/** The one world of these simulators: all clients share its time and its count of running work. */
export function worldOf(simulators: WorldOfSimulators): VirtualWorld {
  const known = worlds.get(simulators.clock);
  if (known !== undefined) return known;
  const world = createVirtualWorld(simulators);
  worlds.set(simulators.clock, world);
  return world;
}
