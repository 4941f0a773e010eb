import type { ChangesRequest } from '@crossvault/core/store';
import type { Engine } from '@crossvault/engine';
import { limitActing } from './limit-acting.ts';
import { limitInsight } from './limit-insight.ts';
import { createVisibleConnections, type VisibleConnections } from './visible-connections.ts';

/**
 * The engine, limited to visible connections: data of other connections is not listed, not found, not counted and not
 * acted on.
 *
 * @param connections null: all of them
 */
export function limitEngine(engine: Engine, connections: readonly string[] | null): Engine {
  if (connections === null) return engine;
  const sight = createVisibleConnections(engine.connectionNames, connections);
  const { known, named, within } = sight;
  return {
    connectionNames: sight.names,
    synchronizer: null,
    listJobs: async (query = {}, page, call) => engine.listJobs(within(query), page, call),
    readJobPage: async (query, page, call, knows) => engine.readJobPage(within(query), page, call, knows),
    readJobText: async (id, call) => engine.readJobText(known(id, 'job-not-found'), call),
    getJob: async (id, call, options) => engine.getJob(known(id, 'job-not-found'), call, options),
    explainJob: async (id, call, options) => engine.explainJob(known(id, 'job-not-found'), call, options),
    jobLog: async (id, call) => engine.jobLog(known(id, 'job-not-found'), call),
    connections: async (call) => (await engine.connections(call)).filter(({ name }) => sight.sees(name)),
    connection: async (name, call) => engine.connection(named(name), call),
    probe: async (name, call) => engine.probe(named(name), call),
    refresh: async (covered, waitMs, call) => engine.refresh(within(covered), waitMs, call),
    sync: async (name, waitMs, call) => engine.sync(named(name), waitMs, call),
    insight: limitInsight(engine.insight, sight),
    changes: async (request, call) => engine.changes(limitChanges(request, sight), call),
    followChanges: (request, quietMs, call) => engine.followChanges(limitChanges(request, sight), quietMs, call),
    summary: async (request = {}, call) =>
      engine.summary({ ...request, connections: request.connections?.filter(sight.sees) ?? sight.names }, call),
    ...limitActing(engine, sight),
    ready: (call) => engine.ready(call),
    close: async () => undefined,
  };
}

/** A feed may name connections that are no longer configured. Changes of connections that are not visible are left out. */
function limitChanges(request: ChangesRequest, { names, sees }: VisibleConnections): ChangesRequest {
  const connections = request.connections?.filter(sees) ?? names;
  // No connection has this name. An empty list would mean no filter.
  return { ...request, connections: connections.length === 0 ? [''] : connections };
}
