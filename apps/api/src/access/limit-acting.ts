import { actionTargets, CrossvaultError, type ErrorCode } from '@crossvault/core';
import type { ActingCalls, NewKey } from '@crossvault/engine';
import type { VisibleConnections } from './visible-connections.ts';

const notFound = {
  job: 'job-not-found',
  plan: 'plan-not-found',
  item: 'item-not-found',
} as const satisfies Readonly<Record<string, ErrorCode>>;

/** Acting, plans, items, operations, audit and keys, limited to the connections that the caller may see. */
export function limitActing(engine: ActingCalls, sight: VisibleConnections): ActingCalls {
  const { known, named, sees, within } = sight;
  const isWithin = ({ connections }: Pick<NewKey, 'connections'>): boolean => connections?.every(sees) ?? false;
  return {
    async act(request, options, call) {
      const kind = actionTargets[request.action];
      if (kind === 'connection') named(request.target);
      else known(request.target, notFound[kind]);
      return engine.act(request, options, call);
    },
    async operation(id, wait, call) {
      const { connection } = await engine.operation(id, { ...wait, waitMs: 0 }, call);
      if (sees(connection)) return engine.operation(id, wait, call);
      throw new CrossvaultError({ code: 'operation-not-found', message: 'Unknown operation.' });
    },
    operations: async (query, page, call) => engine.operations(within(query), page, call),
    plans: async (query, page, call) => engine.plans(within(query), page, call),
    plan: async (id, call, options) => engine.plan(known(id, 'plan-not-found'), call, options),
    items: async (query, page, call) => engine.items(within(query), page, call),
    item: async (id, call, options) => engine.item(known(id, 'item-not-found'), call, options),
    recoveryPoints: async (id, call) => engine.recoveryPoints(known(id, 'item-not-found'), call),
    containers: async (connection, call) => engine.containers(named(connection), call),
    audit: async ({ connections }, page, call) =>
      engine.audit({ connections: connections?.map(named) ?? sight.names }, page, call),
    hasKeys: () => engine.hasKeys(),
    async createKey(key, actor) {
      if (isWithin(key)) return engine.createKey(key, actor);
      throw new CrossvaultError({
        code: 'scope-missing',
        message: `The key "${actor.name}" is limited to ${sight.names.join(', ')}. Name the connections of the new key among these.`,
        parameter: 'connections',
      });
    },
    listKeys: async () => (await engine.listKeys()).filter(isWithin),
    async revokeKey(id, actor) {
      const own = (await engine.listKeys()).find((key) => key.id === id && isWithin(key));
      if (own !== undefined) return engine.revokeKey(id, actor);
      throw new CrossvaultError({ code: 'key-not-found', message: 'Unknown key.' });
    },
    authenticate: (token) => engine.authenticate(token),
  };
}
