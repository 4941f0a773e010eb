import {
  type ActionRequest,
  actionTargets,
  CrossvaultError,
  type ErrorCode,
  type JobKey,
  parseJobId,
} from '@crossvault/core';
import type { InventoryKind } from '@crossvault/core/store';
import { findSource, type Source } from '../connections/source.ts';
import { addressOf } from '../jobs/read-job.ts';

/** A source, and the key by which the vendor knows the target. */
export interface Address {
  readonly source: Source;
  readonly key: JobKey;
}

/** The target of an action. */
export interface ActionTarget extends Address {
  /** The plan that the request names; null when it names none. */
  readonly planKey: JobKey | null;
}

const notFound = { plan: 'plan-not-found', item: 'item-not-found' } as const satisfies Readonly<
  Record<InventoryKind, ErrorCode>
>;
const nouns = { plan: 'plan', item: 'protected item' } as const;

/** The source and key of an id of a plan or an item. Throws for a malformed id, and for a connection that is not configured. */
export function addressOfRecord(sources: readonly Source[], kind: InventoryKind, id: string): Address {
  const parsed = parseJobId(id);
  const [sort, ...key] = parsed?.key ?? [];
  const source = sources.find(({ connection }) => connection.name === parsed?.connection);
  if (source !== undefined && sort === kind && key.length > 0) return { source, key };
  throw new CrossvaultError({
    code: notFound[kind],
    message:
      parsed === null || sort !== kind
        ? `"${id.slice(0, 80)}" is not an id of a ${nouns[kind]}. The list of ${nouns[kind]}s has their ids.`
        : `The id belongs to the connection "${parsed.connection}", which is not configured.`,
  });
}

export const isRecordNotFound = (kind: InventoryKind, error: unknown): boolean =>
  CrossvaultError.isInstance(error) && error.code === notFound[kind];

/** Resolves the target of a request. Sends no request to the vendor. */
export function resolveTarget(sources: readonly Source[], request: ActionRequest): ActionTarget {
  const address = targetOf(sources, request);
  const planId = 'planId' in request.parameters ? request.parameters.planId : null;
  if (planId === null) return { ...address, planKey: null };
  const plan = addressOfRecord(sources, 'plan', planId);
  if (plan.source === address.source) return { ...address, planKey: plan.key };
  const { name } = address.source.connection;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `planId: the plan belongs to the connection ${plan.source.connection.name}, and the target to ${name}.`,
    parameter: 'planId',
  });
}

function targetOf(sources: readonly Source[], { action, target }: ActionRequest): Address {
  const kind = actionTargets[action];
  if (kind === 'connection') return { source: findSource(sources, target), key: [] };
  return kind === 'job' ? addressOf(sources, target) : addressOfRecord(sources, kind, target);
}
