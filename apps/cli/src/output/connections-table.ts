import type { Connection } from '@crossvault/core';
import { type Cell, type Column, renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { markColumn, toMark, toWhyCell, whyColumn, whyOfConnection } from './problem.ts';
import { toMinuteText } from './quantity.ts';

const first: readonly Column[] = [
  markColumn,
  { title: 'NAME', least: 12 },
  { title: 'VENDOR' },
  { title: 'HEALTH' },
  { title: 'HISTORY' },
];
/** The store of the history. */
const ofHistory: readonly Column[] = [{ title: 'SYNC' }, { title: 'AS OF (UTC)' }, { title: 'JOBS' }];

/** Connections as lines: their properties and last known health; below each, the vendor's own schedule. */
export function renderConnections(
  connections: readonly Connection[],
  width: number,
  palette: Palette,
): readonly string[] {
  const isKept = connections.some(({ sync }) => sync !== null);
  const columns = [...first, ...(isKept ? ofHistory : []), whyColumn];
  const rows = connections.map((connection) => {
    const { name, vendor, health, history, sync } = connection;
    const why = whyOfConnection(connection);
    return [
      toMark(why, palette),
      name,
      vendor,
      { text: health, paint: health === 'ok' ? palette.good : health === 'unknown' ? palette.quiet : palette.trouble },
      history ?? '-',
      ...(isKept ? toHistoryCells(sync) : []),
      toWhyCell(why),
    ];
  });
  const below = [[], ...connections.map(({ capabilities }) => toOffers(capabilities))];
  return renderGrid(columns, rows, width).flatMap((line, index) => [
    line,
    ...(below[index] ?? []).map((offer) => `   ${palette.quiet(offer)}`),
  ]);
}

/** Share of the stored history, its time, and the number of its jobs. */
function toHistoryCells(sync: Connection['sync']): readonly Cell[] {
  if (sync === null) return ['-', '-', '-'];
  const { state, progress, lastAt, jobs } = sync;
  const share = `syncing ${Math.floor((progress ?? 0) * 100)} %`;
  return [state === 'syncing' ? share : state, toMinuteText(lastAt), String(jobs)];
}

function toOffers(capabilities: Connection['capabilities']): readonly string[] {
  if (capabilities === null) return [];
  const native = Object.entries(capabilities.filters).flatMap(([name, mode]) => (mode === 'native' ? [name] : []));
  const { actions, allow } = capabilities;
  const offers = [...(capabilities.log ? ['log'] : []), ...actions];
  return [
    ...(native.length === 0 ? [] : [`filters itself by ${native.join(', ')}`]),
    ...(offers.length === 0 ? [] : [`offers ${offers.join(', ')}`]),
    ...(actions.length === 0 ? [] : [`allowed here: ${allow.length === 0 ? 'reading alone' : allow.join(', ')}`]),
    ...(capabilities.deniedFields.length === 0 ? [] : [`may not read ${capabilities.deniedFields.join(', ')}`]),
  ];
}
