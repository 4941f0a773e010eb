import type { JobSort } from '@crossvault/core';
import {
  type CursorState,
  cursorLimitBytes,
  earlierOf,
  encodeCursor,
  type Lag,
  laterOf,
} from '@crossvault/core/internal';
import { comparePositions, type Position, positionOf } from '@crossvault/core/store';
import { type Criteria, everyList } from './list-plan.ts';
import type { ListStream, Merged } from './list-stream.ts';

/** A list that does not stand at the merged position after a page. */
export interface Standing {
  readonly name: string;
  readonly position: Position | null;
}

export interface PageEnd {
  /** Null at the end of the reading. */
  readonly next: string | null;
  readonly lagging: ReadonlySet<string>;
}

/** The connections of a page, by the names that stand for them as a whole. */
export interface Connections {
  /** Their lists were named, and so stand for themselves from here on. */
  readonly opened: readonly string[];
  /** Their lists could not even be named. */
  readonly broken: readonly Standing[];
}

/** Where everything stands after a page, as a cursor. */
export function endPage(
  criteria: Criteria,
  before: CursorState | null,
  streams: readonly ListStream[],
  merged: Merged,
  connections: Connections,
): PageEnd {
  const { sort } = criteria;
  const { broken } = connections;
  const position = merged.listed.reduce<Position | null>(
    (latest, { record }) => laterOf(sort, latest, positionOf(record.job)),
    before?.position ?? null,
  );
  const unseen = broken.length === 0 ? nothing : rememberUnseen(before, streams, connections);
  const standings = [
    ...broken,
    ...unseen.standings,
    ...streams.flatMap((stream) => standingOf(stream, merged, position, sort)),
  ];
  const lagging = new Set(standings.map(({ name }) => name));
  const more = standings.length > 0 || merged.putBack.length > 0 || streams.some((stream) => stream.head !== null);
  if (!more) return { next: null, lagging };
  const unordered = streams
    .filter(({ plan, notes }) => plan.knownUnordered || notes.unordered)
    .map(({ plan }) => plan.name);
  const state: CursorState = {
    filter: criteria.fingerprint,
    startedAfter: criteria.unorderedAfter,
    since: criteria.since,
    position,
    lags: groupByPosition(standings),
    unordered: before?.unordered.includes(everyList) === true ? [everyList] : [...unseen.unordered, ...unordered],
  };
  return { next: encodeWithinLimit(state, sort), lagging };
}

const nothing = { standings: [], unordered: [] } as const;

/** What the cursor knows of lists that could not be opened this time, since their connection did not name them. */
function rememberUnseen(
  before: CursorState | null,
  streams: readonly ListStream[],
  { opened, broken }: Connections,
): { readonly standings: readonly Standing[]; readonly unordered: readonly string[] } {
  const named = [...streams.map(({ plan }) => plan.name), ...broken.map(({ name }) => name)];
  const seen = new Set([everyList, ...opened, ...named]);
  const isUnseen = (name: string): boolean => !seen.has(name);
  return {
    standings: (before?.lags ?? []).flatMap(({ lists, position }) =>
      lists.filter(isUnseen).map((name) => ({ name, position })),
    ),
    unordered: (before?.unordered ?? []).filter(isUnseen),
  };
}

/** A stream stands apart when it failed, or when it still has jobs to list from before the merged position. */
function standingOf(stream: ListStream, merged: Merged, position: Position | null, sort: JobSort): readonly Standing[] {
  const { name } = stream.plan;
  const last = merged.listed.findLast((each) => each.stream === stream);
  const lastReported = last === undefined ? stream.plan.position : positionOf(last.record.job);
  if (stream.failure !== null) {
    const someCameBack = merged.putBack.some((each) => each.stream === stream);
    return [{ name, position: someCameBack ? lastReported : stream.position }];
  }
  const { head } = stream;
  const late = head !== null && position !== null && comparePositions(sort, positionOf(head.job), position) <= 0;
  return late ? [{ name, position: lastReported }] : [];
}

function groupByPosition(standings: readonly Standing[]): readonly Lag[] {
  const groups = new Map<string, Standing[]>();
  for (const standing of standings) {
    const key = JSON.stringify(standing.position);
    groups.set(key, [...(groups.get(key) ?? []), standing]);
  }
  return [...groups.values()].map((group) => ({
    position: group[0]?.position ?? null,
    lists: group.map(({ name }) => name),
  }));
}

/** With very many lists behind, the cursor keeps only their earliest position: a job may be listed twice, and none is lost. */
function encodeWithinLimit(state: CursorState, sort: JobSort): string {
  const exact = encodeCursor(state);
  if (exact.length <= cursorLimitBytes) return exact;
  const lags = state.lags.map(({ position }) => position);
  const earliest = lags.reduce((first, position) => earlierOf(sort, first, position), state.position);
  const coarse = lags.length === 0 ? [] : [{ position: earliest, lists: [everyList] }];
  return encodeCursor({ ...state, lags: coarse, unordered: state.unordered.length === 0 ? [] : [everyList] });
}
