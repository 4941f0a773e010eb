import { type CallOptions, type ConnectorContext, readCount } from '@crossvault/core';
import type { AvepointCalls } from '../client/client.ts';
import { objectTypes, serviceOf } from '../mapping/services.ts';
import { openServices } from '../mapping/unwrap.ts';
import { frequencyWire } from '../mapping/wire.ts';
import type { FilteredList } from './filtered-lists.ts';

/** The lists of the services that a tenant has backed up. */
export interface ServiceLists {
  /** [] where no service has a list of its own. Fails where the settings cannot be read. */
  read(location: string, call: CallOptions): Promise<readonly FilteredList[]>;
}

/** The pages of one reading ask for the settings once; a service that is switched on is met with its first backup. */
const freshMs = 60_000;

export function createServiceLists(
  client: Pick<AvepointCalls, 'getFrequency'>,
  { connection, clock }: Pick<ConnectorContext, 'connection' | 'clock'>,
): ServiceLists {
  const known = new Map<string, { readonly lists: readonly FilteredList[]; readonly readAtMs: number }>();
  return {
    async read(location, call) {
      const last = known.get(location);
      if (last !== undefined && clock.monotonicMs() - last.readAtMs < freshMs) return last.lists;
      const readAtMs = clock.monotonicMs();
      const answer = await client.getFrequency(location === '' ? null : location, call);
      const services = new Map(
        openServices(answer, connection)
          .flatMap(toList)
          .map((list) => [list.objectType, list]),
      );
      const lists = withControls([...services.values()]);
      known.set(location, { lists, readAtMs });
      return lists;
    },
  };
}

function toList(frequency: unknown): FilteredList[] {
  const number = readCount(frequencyWire.safeParse(frequency).data?.serviceType).value;
  const objectType = number === null ? null : serviceOf(number).objectType;
  return number === null || objectType === null ? [] : [{ jobType: 1, objectType, stamp: String(number) }];
}

/** With as many lists, one that forgets its filter for once differs from lists that have none. */
const fewestLists = 3;

/** Two lists that hold the same backup ignore their filter. A few are compared with lists of other types of object. */
function withControls(lists: readonly FilteredList[]): readonly FilteredList[] {
  if (lists.length === 0) return [];
  const others = objectTypes.filter((objectType) => lists.every((list) => list.objectType !== objectType));
  const controls = others.slice(0, Math.max(0, fewestLists - lists.length));
  return [
    ...lists,
    ...controls.map((objectType) => ({ jobType: 1, objectType, stamp: `other ${objectType}` }) as const),
  ];
}
