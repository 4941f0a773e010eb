import { randomUUID } from 'node:crypto';
import {
  type ActionRequest,
  actionTargets,
  type CallOptions,
  CrossvaultError,
  type IdempotencyClaim,
  type InventoryKind,
  type Permission,
  type PreparedWrite,
  permissionFor,
  redactAnswer,
  type StoredOperation,
  type WriteIntent,
} from '@crossvault/contract';
import { askWithin } from '../read-job.ts';
import type { ActingCalls, ActOptions, ActOutcome } from './acting-calls.ts';
import { type ActingParts, changeOperation, instantOf } from './acting-parts.ts';
import type { Audit } from './audit.ts';
import { checkSame, createSharedOutcomes, hashRequest } from './idempotency.ts';
import { newOperation, toLost, toRefused, withReport } from './operation-state.ts';
import { type ActionPlace, locate } from './place.ts';
import { prepare } from './prepare.ts';
import { checkConfirmed, checkPermission, nameOf } from './safety.ts';
import { type Sent, send, sendingMs } from './send.ts';

type Began = Awaited<ReturnType<ActingParts['ledger']['beginOperation']>>;

const accepted = ({ operation }: StoredOperation): ActOutcome => ({ kind: 'accepted', operation });

/**
 * How a change is asked for: what can be refused without asking anybody is refused first, then the vendor's state is read,
 * then the intent is stored with its key, and only then anything is sent, once. Whoever finds an intent without an answer
 * looks at the vendor, and never sends.
 */
export function createAct(parts: ActingParts, audit: Audit, onAccepted: () => void): ActingCalls['act'] {
  const { sources, ledger, store, clock } = parts;
  const share = createSharedOutcomes<ActOutcome>();

  /** The operation that this key belongs to already; null when there is none. */
  async function repeated(claim: IdempotencyClaim | null): Promise<ActOutcome | null> {
    const known = claim === null ? null : await ledger.findClaim(claim.actor, claim.key);
    return claim === null || known === null ? null : repeat(claim, known);
  }

  function repeat(claim: IdempotencyClaim, known: NonNullable<Began>): ActOutcome {
    checkSame(claim.key, known.bodyHash, claim.bodyHash);
    return accepted(known.stored);
  }

  /** What is stored of the target, so that a wrong confirmation is refused without asking the vendor. */
  async function knownTarget({ action, target }: ActionRequest) {
    const kind = actionTargets[action];
    if (store === null || (kind !== 'plan' && kind !== 'item')) return null;
    const thing = await store.getThing<InventoryKind>(kind, target);
    return thing === null || thing.goneAt !== null ? null : thing.thing;
  }

  async function makeReady(request: ActionRequest, place: ActionPlace, requestId: string, call: CallOptions) {
    const stored = actionTargets[request.action] === 'job' ? await store?.getJob(request.target) : null;
    const keys = { key: stored?.record.key ?? place.key, planKey: place.planKey };
    return askWithin(clock, place.source, call, (_, options) =>
      prepare(place.source, request, keys, { ...options, requestId }),
    );
  }

  async function sendOnce(place: ActionPlace, stored: StoredOperation, prepared: PreparedWrite): Promise<ActOutcome> {
    const { actor = '', action, connection, target } = stored.operation;
    const line = { actor, action, connection, target };
    const sent = await send(parts, place.source, prepared);
    const current = await changeOperation(parts, stored, (known) => applySent(known, sent, clock.now()));
    const event = {
      event: sent.kind,
      operation: stored.operation.id,
      status: current.operation.status,
      ...(sent.kind === 'reported'
        ? { answer: sent.report.answer, jobs: current.operation.jobs.map(({ id }) => id) }
        : { code: sent.error.code, message: sent.error.message }),
    };
    if (sent.kind === 'refused') await ledger.freeClaim(stored.operation.id);
    await audit.write({ ...line, detail: event });
    if (sent.kind === 'refused') throw sent.error;
    onAccepted();
    return accepted(current);
  }

  async function perform(
    request: ActionRequest,
    place: ActionPlace,
    options: ActOptions,
    claim: IdempotencyClaim | null,
    call: CallOptions,
  ): Promise<ActOutcome> {
    const { connection } = place.source;
    const check = (needs: Permission) => checkPermission(options.actor, connection, needs);
    const before = await repeated(claim);
    if (before !== null) return before;
    checkConfirmed(request, permissionFor(request), options, await knownTarget(request));
    const requestId = randomUUID();
    let prepared: PreparedWrite;
    try {
      prepared = await makeReady(request, place, requestId, call);
    } catch (error) {
      // What stands in the way may be the effect of this very key, sent by another process meanwhile.
      const meanwhile = await repeated(claim);
      if (meanwhile !== null) return meanwhile;
      throw error;
    }
    const needs = prepared.needs === 'destroy' ? 'destroy' : permissionFor(request);
    const { target, requests, facts } = prepared;
    check(needs);
    checkConfirmed(request, needs, options, target);
    if (options.dryRun) {
      return { kind: 'planned', needs, target, confirm: needs === 'destroy' ? nameOf(target) : null, requests };
    }
    const intent: WriteIntent = { action: request.action, target, requestId, at: instantOf(parts), facts };
    const stored = newOperation({
      request,
      intent,
      connection: connection.name,
      actor: options.actor.name,
      sender: parts.sender,
      sentByMs: clock.now() + sendingMs(place.source),
    });
    const other = await ledger.beginOperation(stored, claim);
    if (other !== null && claim !== null) return repeat(claim, other);
    await audit.write({
      actor: options.actor.name,
      action: request.action,
      connection: connection.name,
      target: request.target,
      detail: {
        event: 'sending',
        operation: requestId,
        name: nameOf(target),
        parameters: request.parameters,
        before: prepared.before,
        requests: redactAnswer(requests),
      },
    });
    return sendOnce(place, stored, prepared);
  }

  return async (request, options, call) => {
    const { actor, idempotencyKey: key } = options;
    let connection: string | null = null;
    try {
      const place = locate(sources, request);
      connection = place.source.connection.name;
      place.source.connector();
      checkPermission(actor, place.source.connection, permissionFor(request));
      if (key === null || options.dryRun) return await perform(request, place, options, null, call);
      const claim = { actor: actor.name, key, bodyHash: hashRequest(request) };
      return await share(actor.name, key, claim.bodyHash, () => perform(request, place, options, claim, call));
    } catch (error) {
      const refusal = CrossvaultError.from(error);
      if (!options.dryRun) await audit.refused(actor.name, connection, request, refusal);
      throw refusal;
    }
  };
}

function applySent(stored: StoredOperation, sent: Sent, nowMs: number): StoredOperation {
  if (sent.kind === 'reported') return withReport(stored, sent.report, nowMs);
  return sent.kind === 'lost' ? toLost(stored, nowMs) : toRefused(stored, sent.error, nowMs);
}
