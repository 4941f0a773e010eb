import {
  type Action,
  actions,
  type Capabilities,
  type Connector,
  type JobList,
  nativeFilters,
  type Permission,
} from '@crossvault/core';

/** Filters of a query that no vendor does; together with the native ones they are all that can be asked. */
const emulatedFilters = ['kind', 'trigger', 'target', 'plan', 'problem', 'since', 'q'] as const;

/** The call of a connector that does each action: where it is absent the action is not offered. */
const calls: Readonly<Record<Action, (connector: Connector) => unknown>> = {
  cancel: ({ cancelJob }) => cancelJob,
  retry: ({ retryJob }) => retryJob,
  run: ({ plans }) => plans?.run,
  stop: ({ plans }) => plans?.stop,
  enable: ({ plans }) => plans?.enable,
  disable: ({ plans }) => plans?.disable,
  update: ({ plans }) => plans?.update,
  remove: ({ plans }) => plans?.remove,
  protect: ({ protectedItems }) => protectedItems?.protect,
  'back-up': ({ protectedItems }) => protectedItems?.backUp,
  'change-plan': ({ protectedItems }) => protectedItems?.changePlan,
  'stop-protection': ({ protectedItems }) => protectedItems?.stopProtection,
  'resume-protection': ({ protectedItems }) => protectedItems?.resumeProtection,
  undelete: ({ protectedItems }) => protectedItems?.undelete,
  restore: ({ protectedItems }) => protectedItems?.restore,
  'refresh-containers': ({ protectedItems }) => protectedItems?.refreshContainers,
  'export-jobs': ({ exportJobs }) => exportJobs,
};

export const offersAction = (connector: Connector, action: Action): boolean => calls[action](connector) !== undefined;

/** What a connector offers, read off the members that it has. A filter is native when every list does it. */
export function toCapabilities(
  connector: Connector,
  lists: readonly JobList[],
  deniedFields: readonly string[],
  allow: readonly Permission[],
): Capabilities {
  const membersOf = (group: object | undefined): string[] => (group === undefined ? [] : Object.keys(group).sort());
  const isNative = (filter: (typeof nativeFilters)[number]): boolean =>
    lists.length > 0 && lists.every((list) => list.nativeFilters.includes(filter));
  return {
    log: connector.jobLog !== undefined,
    cancel: connector.cancelJob !== undefined,
    retry: connector.retryJob !== undefined,
    export: connector.exportJobs !== undefined,
    plans: membersOf(connector.plans),
    protectedItems: membersOf(connector.protectedItems),
    operations: connector.operations !== undefined,
    actions: actions.filter((action) => offersAction(connector, action)),
    allow: [...allow],
    filters: Object.fromEntries([
      ...nativeFilters.map((filter) => [filter, isNative(filter) ? 'native' : 'emulated'] as const),
      ['nativeId', 'native'] as const,
      ...emulatedFilters.map((filter) => [filter, 'emulated'] as const),
    ]),
    deniedFields: [...deniedFields],
  };
}
