import {
  type Action,
  actions,
  actionTargets,
  type Connector,
  type JobKey,
  type PreparedWrite,
  type PrepareOptions,
} from '@crossvault/core';

/** Keys of a vendor's own form, of things that are not there. */
export interface AbsentKeys {
  readonly job?: JobKey;
  readonly plan?: JobKey;
  readonly item?: JobKey;
  /** What a removal has to say. @default null */
  readonly removeRestorePoints?: boolean;
}

type Ask = (key: JobKey, options: PrepareOptions) => Promise<PreparedWrite>;

/** How each action is asked for; undefined: the connector does not have it. */
function asksOf(
  { cancelJob, retryJob, exportJobs, plans, protectedItems: items }: Connector,
  removeRestorePoints: boolean | null,
): Readonly<Record<Action, Ask | undefined>> {
  const restore = { recoveryPointId: '1', destination: 'original', conflict: 'overwrite' } as const;
  const query = { startedAfter: null, startedBefore: null, status: null };
  const usual = { keepUntil: null, type: null };
  const { run, remove, update } = plans ?? {};
  const {
    restore: restoreItem,
    backUp,
    changePlan,
    stopProtection,
    resumeProtection,
    protect,
    refreshContainers,
  } = items ?? {};
  return {
    cancel: cancelJob,
    retry: retryJob,
    run: run && ((key, options) => run(key, { full: false }, options)),
    stop: plans?.stop,
    enable: plans?.enable,
    disable: plans?.disable,
    update: update && ((key, options) => update(key, {}, options)),
    remove: remove && ((key, options) => remove(key, { removeRestorePoints }, options)),
    protect: protect && ((key, options) => protect({ sourceId: '', planKey: key }, options)),
    'back-up': backUp && ((key, options) => backUp(key, usual, options)),
    'change-plan': changePlan && ((key, options) => changePlan(key, key, options)),
    'stop-protection': stopProtection && ((key, options) => stopProtection(key, 'retain', options)),
    'resume-protection': resumeProtection && ((key, options) => resumeProtection(key, null, options)),
    undelete: items?.undelete,
    restore: restoreItem && ((key, options) => restoreItem(key, restore, options)),
    'refresh-containers': refreshContainers && ((_key, options) => refreshContainers(options)),
    'export-jobs': exportJobs && ((_key, options) => exportJobs(query, options)),
  };
}

export const offeredActions = (connector: Connector): readonly Action[] =>
  actions.filter((action) => asksOf(connector, null)[action] !== undefined);

/** Asks for an action of something that is not there. */
export async function askOfAbsent(
  connector: Connector,
  action: Action,
  absent: AbsentKeys,
  options: PrepareOptions,
): Promise<PreparedWrite> {
  const target = actionTargets[action];
  const key = target === 'connection' ? undefined : absent[target];
  const ask = asksOf(connector, absent.removeRestorePoints ?? null)[action];
  if (key === undefined || ask === undefined) throw new Error(`${action} of what ${target} is not there?`);
  return ask(key, options);
}
