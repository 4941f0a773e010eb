import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type Job,
  type SourceWarning,
} from '@crossvault/core';
import type { AvepointCalls } from '../client/client.ts';
import { noService, readServiceStamp } from '../mapping/services.ts';
import { type FoundStamps, readFilteredLists, spansOf } from './filtered-lists.ts';
import type { RowsSource } from './read-rows.ts';
import { createServiceLists } from './service-lists.ts';
import { createStampMemory } from './stamp-memory.ts';

/** Which service's list holds which backup: a row does not contain its service, only the list's filter does. */
export interface ServiceStamps {
  /** The stamp that is known of a backup without a request; null where none is. */
  find(location: string, id: string): string | null;
  /** Stamps by native id, for backups with a readable start. What cannot be told now has none: it is looked up again. */
  stamp(
    location: string,
    backups: readonly Job[],
    call: CallOptions,
  ): Promise<{ readonly stamps: ReadonlyMap<string, string>; readonly warnings: readonly SourceWarning[] }>;
}

interface ServiceSource extends RowsSource {
  readonly client: RowsSource['client'] & Pick<AvepointCalls, 'getFrequency'>;
}

/** How long services are not looked up: after a refusal, and where the lists ignored their filter. */
const pauseMs = { refused: 15 * 60_000, ignored: 6 * 3_600_000 };

/** Backups that were stored without a service are looked up while they are as young as this: later ones would cost the whole history. */
const youngMs = 3 * 86_400_000;

/** Of a backup that runs and is in no list yet: it is looked up again when it has ended. */
const notYet = 'not-yet';

export function createServiceStamps(source: ServiceSource, context: ConnectorContext): ServiceStamps {
  const { clock, concurrency, logger } = context;
  const memory = createStampMemory();
  const lists = createServiceLists(source.client, context);
  const pausedUntilMs = new Map<string, number>();
  const isPaused = (location: string): boolean => clock.monotonicMs() < (pausedUntilMs.get(location) ?? 0);
  const pause = (location: string, milliseconds: number) =>
    pausedUntilMs.set(location, clock.monotonicMs() + milliseconds);

  const find = (location: string, id: string): string | null => {
    const stamp = memory.find(location, id);
    return stamp === notYet ? null : stamp;
  };

  /** The backups that are neither known nor stored too long ago. */
  async function findUnknown(location: string, backups: readonly Job[], call: CallOptions): Promise<readonly Job[]> {
    const unknown = backups.filter(({ nativeId, ended }) => {
      const stamp = memory.find(location, nativeId);
      return stamp === null || (stamp === notYet && ended);
    });
    if (call.recall === undefined || unknown.length === 0) return unknown;
    const stored = await call.recall(
      location,
      unknown.map(({ nativeId }) => nativeId),
    );
    const youngest = new Date(clock.now() - youngMs).toISOString();
    return unknown.filter(({ nativeId, startedAt }) => {
      const known = stored.get(nativeId);
      if (known === undefined) return true;
      const { service = null } = known;
      const isStamped = service === noService || readServiceStamp(service) !== null;
      if (isStamped) memory.remember(location, nativeId, service ?? noService);
      return !isStamped && (startedAt ?? '') > youngest;
    });
  }

  function learn(location: string, backups: readonly Job[], { seen, warnings }: FoundStamps): void {
    for (const [id, [stamp = '']] of seen) {
      if (readServiceStamp(stamp) !== null) memory.remember(location, id, stamp);
    }
    // A list that was cut short does not prove that it does not hold a backup.
    const unseen = warnings.length > 0 ? [] : backups.filter(({ nativeId }) => find(location, nativeId) === null);
    for (const { nativeId, ended } of unseen) memory.remember(location, nativeId, ended ? noService : notYet);
  }

  /** What all lists hold is settled: another reading would not tell its service either. */
  function giveUp(location: string, { seen, isInEvery }: FoundStamps): void {
    pause(location, pauseMs.ignored);
    logger.warn({ location }, 'The lists of services ignore their filter: no new backup is linked to its service.');
    for (const [id, stamps] of seen) if (isInEvery(stamps)) memory.remember(location, id, noService);
  }

  /** The warnings of the lists. A refusal costs the services of these backups, and nothing else. */
  async function lookUp(location: string, backups: readonly Job[], call: CallOptions): Promise<SourceWarning[]> {
    if (backups.length === 0 || isPaused(location)) return [];
    try {
      const ofServices = await lists.read(location, call);
      if (ofServices.length === 0) return [];
      const asked = { location, lists: ofServices, spans: spansOf(backups), concurrency };
      const found = await readFilteredLists(source, asked, call);
      const ignored = found.warnings.filter((warning) => warning === 'filter-ignored');
      if (ignored.length === 0) learn(location, backups, found);
      else giveUp(location, found);
      return ignored;
    } catch (error) {
      // The page is read again: a backup without its service would let a run seem missed.
      if (call.signal.aborted || !isRefusal(CrossvaultError.from(error))) throw error;
      pause(location, pauseMs.refused);
      logger.warn({ error: CrossvaultError.from(error).message }, 'The services of new backups could not be read.');
      return [];
    }
  }

  return Object.freeze({
    find,
    async stamp(location: string, backups: readonly Job[], call: CallOptions) {
      const dated = backups.filter(({ startedAt }) => startedAt !== null);
      const warnings = await lookUp(location, await findUnknown(location, dated, call), call);
      const stamps = new Map<string, string>();
      for (const { nativeId } of dated) {
        const stamp = find(location, nativeId);
        if (stamp !== null) stamps.set(nativeId, stamp);
      }
      return { stamps, warnings };
    },
  });
}

/** Whether the same request would be answered in the same way: without the permission, or to a filter that the vendor does not know. */
function isRefusal({ entry, code, upstreamStatus }: CrossvaultError): boolean {
  return !entry.retryable || (code === 'source-error' && upstreamStatus !== undefined && upstreamStatus < 500);
}
