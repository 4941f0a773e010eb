import {
  type ActionRequest,
  actionTargets,
  CrossvaultError,
  type ErrorCode,
  type InventoryKind,
  type JobKey,
  parseJobId,
} from '@crossvault/core';
import { findSource, type Source } from '../connections/source.ts';
import { addressOf } from '../jobs/read-job.ts';

/** Where something is asked for, by what key. */
export interface Address {
  readonly source: Source;
  readonly key: JobKey;
}

/** Where an action goes. */
export interface ActionTarget extends Address {
  /** The plan that it names; null where it names none. */
  readonly planKey: JobKey | null;
}

const notFound = { plan: 'plan-not-found', item: 'item-not-found' } as const satisfies Readonly<
  Record<InventoryKind, ErrorCode>
>;
const nouns = { plan: 'plan', item: 'protected item' } as const;

/** The source and key of one of our ids of a plan or an item. Throws for what is none, and for a connection that is gone. */
export function addressOfThing(sources: readonly Source[], kind: InventoryKind, id: string): Address {
  const parsed = parseJobId(id);
  const [sort, ...key] = parsed?.key ?? [];
  const source = sources.find(({ connection }) => connection.name === parsed?.connection);
  if (source !== undefined && sort === kind && key.length > 0) return { source, key };
  throw new CrossvaultError({
    code: notFound[kind],
    message:
      parsed === null || sort !== kind
        ? `"${id.slice(0, 80)}" is no id of a ${nouns[kind]}. The list of ${nouns[kind]}s has their ids.`
        : `The id belongs to the connection "${parsed.connection}", which is not configured.`,
  });
}

export const isNoSuchThing = (kind: InventoryKind, error: unknown): boolean =>
  CrossvaultError.isInstance(error) && error.code === notFound[kind];

/** Where what is asked for is to be done. Asks nobody. */
export function resolveTarget(sources: readonly Source[], request: ActionRequest): ActionTarget {
  const address = targetOf(sources, request);
  const planId = 'planId' in request.parameters ? request.parameters.planId : null;
  if (planId === null) return { ...address, planKey: null };
  const plan = addressOfThing(sources, 'plan', planId);
  if (plan.source === address.source) return { ...address, planKey: plan.key };
  const { name } = address.source.connection;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `planId: the plan belongs to the connection ${plan.source.connection.name}, and what is asked for to ${name}.`,
    parameter: 'planId',
  });
}

function targetOf(sources: readonly Source[], { action, target }: ActionRequest): Address {
  const kind = actionTargets[action];
  if (kind === 'connection') return { source: findSource(sources, target), key: [] };
  return kind === 'job' ? addressOf(sources, target) : addressOfThing(sources, kind, target);
}
