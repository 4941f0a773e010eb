import type { Connection } from '@crossvault/contract';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { toMinuteText } from './quantity.ts';

const columns = [
  { title: 'NAME', least: 12 },
  { title: 'VENDOR' },
  { title: 'HEALTH' },
  { title: 'HISTORY' },
  { title: 'SYNC' },
  { title: 'AS OF (UTC)' },
  { title: 'JOBS' },
  { title: 'PROBLEM' },
];

/** Connections as lines: what they are and how they were seen last; below each, what its vendor does itself. */
export function renderConnections(
  connections: readonly Connection[],
  width: number,
  palette: Palette,
): readonly string[] {
  const rows = connections.map(({ name, vendor, health, history, sync, problem }) => [
    name,
    vendor,
    { text: health, paint: health === 'ok' ? palette.good : health === 'unknown' ? palette.quiet : palette.trouble },
    history ?? '-',
    toSyncText(sync),
    toMinuteText(sync?.lastAt ?? null),
    String(sync?.jobs ?? '-'),
    problem?.code ?? '-',
  ]);
  const below = [[], ...connections.map(({ capabilities }) => toOffers(capabilities))];
  return renderGrid(columns, rows, width).flatMap((line, index) => [
    line,
    ...(below[index] ?? []).map((offer) => `   ${palette.quiet(offer)}`),
  ]);
}

/** How far the history is; nothing where none is kept. */
function toSyncText(sync: Connection['sync']): string {
  if (sync === null) return '-';
  return sync.state === 'syncing' ? `syncing ${Math.floor((sync.progress ?? 0) * 100)} %` : sync.state;
}

function toOffers(capabilities: Connection['capabilities']): readonly string[] {
  if (capabilities === null) return [];
  const native = Object.entries(capabilities.filters).flatMap(([name, mode]) => (mode === 'native' ? [name] : []));
  const offers = (['log', 'cancel', 'retry', 'export'] as const).filter((offer) => capabilities[offer]);
  return [
    ...(native.length === 0 ? [] : [`filters itself by ${native.join(', ')}`]),
    ...(offers.length === 0 ? [] : [`offers ${offers.join(', ')}`]),
    ...(capabilities.deniedFields.length === 0 ? [] : [`may not read ${capabilities.deniedFields.join(', ')}`]),
  ];
}
