import { randomUUID } from 'node:crypto';
import {
  type ActionRequest,
  type CallOptions,
  CrossvaultError,
  permissionFor,
  type WriteIntent,
} from '@crossvault/core';
import type { ClaimedOperation, IdempotencyClaim, StoredOperation } from '@crossvault/core/store';
import type { ActingCalls, ActOptions, ActOutcome, Actor } from './action-calls.ts';
import { type ActingParts, instantOf } from './action-parts.ts';
import { type ActionTarget, resolveTarget } from './action-target.ts';
import { checkSame, claimantOf, createSharedOutcomes, findClaimed, hashRequest } from './idempotency.ts';
import { toLost, toRefused, withReport } from './operation-state.ts';
import { checkOffered, checkPermission, createPrepareAction, nameOf, type PreparedAction } from './prepare-action.ts';
import type { Audit } from './record-audit.ts';
import { type Sent, send, sendingMs } from './send-action.ts';

interface Asked {
  readonly request: ActionRequest;
  readonly actionTarget: ActionTarget;
  readonly options: ActOptions & { readonly requestId: string };
  /** Null: every request is a new operation. */
  readonly claim: IdempotencyClaim | null;
}

interface ActHooks {
  onAccepted(): void;
  /** Keeps the engine open until the work is done, also when its callers have disconnected. */
  track<Outcome>(work: Promise<Outcome>): Promise<Outcome>;
}

const accepted = ({ operation }: StoredOperation): ActOutcome => ({ kind: 'accepted', operation });

function repeat({ key, bodyHash }: IdempotencyClaim, known: ClaimedOperation): ActOutcome {
  checkSame(key, known.bodyHash, bodyHash);
  return accepted(known.stored);
}

/**
 * Performs one change. What can be refused without a request to the vendor is refused first. Then the vendor's state is read,
 * the intent is stored with its key, and the change is sent once. A process that finds an intent without an answer looks for
 * its effect at the vendor and never sends it again.
 */
export function createAct(parts: ActingParts, audit: Audit, { onAccepted, track }: ActHooks): ActingCalls['act'] {
  const { sources, ledger, clock } = parts;
  const prepareAction = createPrepareAction(parts);
  const share = createSharedOutcomes<ActOutcome>();

  /** The operation to which this key already belongs; null when there is none. */
  async function repeated(claim: IdempotencyClaim | null, actor: Actor): Promise<ActOutcome | null> {
    const known = claim === null ? null : await findClaimed(ledger, actor, claim);
    return claim === null || known === null ? null : repeat(claim, known);
  }

  async function perform(asked: Asked, call: CallOptions): Promise<ActOutcome> {
    const { request, actionTarget, options, claim } = asked;
    const before = await repeated(claim, options.actor);
    if (before !== null) return before;
    let ready: PreparedAction;
    try {
      ready = await prepareAction(request, actionTarget, options, call);
    } catch (error) {
      // The obstacle may be the effect of this same key, sent by another process meanwhile.
      const meanwhile = await repeated(claim, options.actor);
      if (meanwhile !== null) return meanwhile;
      throw error;
    }
    const { needs, prepared } = ready;
    if (!options.dryRun) return begin(asked, ready);
    const { target, requests } = prepared;
    return { kind: 'planned', needs, target, confirm: needs === 'destroy' ? nameOf(target) : null, requests };
  }

  async function begin(
    { request, actionTarget, options, claim }: Asked,
    { prepared }: PreparedAction,
  ): Promise<ActOutcome> {
    const { target, facts } = prepared;
    const { action } = request;
    // The same moment on two clocks: the monotonic clock of this process, and the store's clock for other processes.
    const leavesByMs = clock.monotonicMs() + sendingMs(actionTarget.source);
    const sentByMs = (await ledger.nowMs()) + sendingMs(actionTarget.source);
    const stored = newOperation({
      request,
      intent: { action, target, requestId: options.requestId, at: instantOf(parts), facts },
      connection: actionTarget.source.connection.name,
      actor: options.actor.name,
      sender: parts.sender,
      sentByMs,
    });
    const other = await ledger.beginOperation(stored, claim);
    if (other !== null && claim !== null) return repeat(claim, other);
    await audit.sending(stored, request, prepared);
    const sent = await send(parts, actionTarget.source, prepared, leavesByMs);
    const nowMs = await ledger.nowMs();
    const current = await changeOperation(parts, stored, (known) => applySent(known, sent, nowMs));
    if (sent.kind === 'refused') await ledger.freeClaim(stored.operation.id);
    await audit.sent(current, sent);
    if (sent.kind === 'refused') throw sent.error;
    onAccepted();
    return accepted(current);
  }

  return async (request, given, call) => {
    const { actor, idempotencyKey: key, dryRun } = given;
    let connection: string | null = null;
    try {
      const actionTarget = resolveTarget(sources, request);
      connection = actionTarget.source.connection.name;
      await checkOffered(actionTarget.source, request);
      checkPermission(actor, actionTarget.source.connection, permissionFor(request));
      const options = { ...given, requestId: randomUUID() };
      if (key === null || dryRun) return await track(perform({ request, actionTarget, options, claim: null }, call));
      const claim = { actor: claimantOf(actor), key, bodyHash: hashRequest(request) };
      return await share(claim, call, (signal) =>
        track(perform({ request, actionTarget, options, claim }, { signal })),
      );
    } catch (error) {
      const refusal = CrossvaultError.from(error);
      if (!dryRun) await audit.refused(actor.name, connection, request, refusal);
      throw refusal;
    }
  };
}

function applySent(stored: StoredOperation, sent: Sent, nowMs: number): StoredOperation {
  if (sent.kind === 'reported') return withReport(stored, sent.report, nowMs);
  return sent.kind === 'lost' ? toLost(stored, nowMs) : toRefused(stored, sent.error, nowMs);
}

interface NewOperation {
  readonly request: ActionRequest;
  readonly intent: WriteIntent;
  readonly connection: string;
  readonly actor: string;
  readonly sender: string;
  /** By then no process can still be sending it. */
  readonly sentByMs: number;
}

/** An operation that is about to be sent. */
function newOperation({ request, intent, connection, actor, sender, sentByMs }: NewOperation): StoredOperation {
  return {
    operation: {
      id: intent.requestId,
      connection,
      action: request.action,
      target: request.target,
      targetName: nameOf(intent.target),
      actor,
      acceptedAt: intent.at,
      status: 'accepted',
      jobs: [],
      outcome: null,
      startedAt: null,
      endedAt: null,
      retryAfterSeconds: null,
      error: null,
      links: {},
    },
    intent,
    phase: 'sending',
    phaseAt: intent.at,
    sender,
    tracking: null,
    endedJobs: [],
    looks: 0,
    failures: 0,
    dueAt: new Date(sentByMs).toISOString(),
    version: 1,
  };
}

/** Changes a stored operation, and repeats the change where another process has changed it meanwhile; null leaves it unchanged. */
async function changeOperation(
  { ledger }: Pick<ActingParts, 'ledger'>,
  stored: StoredOperation,
  change: (current: StoredOperation) => StoredOperation | null,
): Promise<StoredOperation> {
  for (let current: StoredOperation | null = stored; current !== null; ) {
    const next = change(current);
    if (next === null) return current;
    if (await ledger.putOperation(next)) return { ...next, version: next.version + 1 };
    current = await ledger.getOperation(stored.operation.id);
  }
  return stored;
}
