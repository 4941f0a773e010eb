import { type Capabilities, type Connector, type JobList, nativeFilters } from '@crossvault/contract';

/** Filters of a query that no vendor does; together with the native ones they are all that can be asked. */
const emulatedFilters = ['kind', 'trigger', 'target', 'plan', 'problem', 'since', 'q'] as const;

/** What a connector offers, read off the members that it has. A filter is native when every list does it. */
export function toCapabilities(
  connector: Connector,
  lists: readonly JobList[],
  deniedFields: readonly string[],
): Capabilities {
  const calls = (group: object | undefined): string[] => (group === undefined ? [] : Object.keys(group).sort());
  const isNative = (filter: (typeof nativeFilters)[number]): boolean =>
    lists.length > 0 && lists.every((list) => list.nativeFilters.includes(filter));
  return {
    log: connector.jobLog !== undefined,
    cancel: connector.cancelJob !== undefined,
    retry: connector.retryJob !== undefined,
    export: connector.exportJobs !== undefined,
    plans: calls(connector.plans),
    protectedItems: calls(connector.protectedItems),
    operations: connector.operations !== undefined,
    filters: Object.fromEntries([
      ...nativeFilters.map((filter) => [filter, isNative(filter) ? 'native' : 'emulated'] as const),
      ['nativeId', 'native'] as const,
      ...emulatedFilters.map((filter) => [filter, 'emulated'] as const),
    ]),
    deniedFields: [...deniedFields],
  };
}
