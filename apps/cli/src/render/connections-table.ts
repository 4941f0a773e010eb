import type { Connection } from '@crossvault/contract';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';

const columns = [
  { title: 'NAME', least: 12 },
  { title: 'VENDOR' },
  { title: 'HEALTH' },
  { title: 'HISTORY' },
  { title: 'PROBLEM' },
];

/** Connections as lines: what they are and how they were seen last; below each, what its vendor does itself. */
export function renderConnections(
  connections: readonly Connection[],
  width: number,
  palette: Palette,
): readonly string[] {
  const rows = connections.map(({ name, vendor, health, history, problem }) => [
    name,
    vendor,
    { text: health, paint: health === 'ok' ? palette.good : health === 'unknown' ? palette.quiet : palette.trouble },
    history ?? '-',
    problem?.code ?? '-',
  ]);
  const below = [[], ...connections.map(({ capabilities }) => toOffers(capabilities))];
  return renderGrid(columns, rows, width).flatMap((line, index) => [
    line,
    ...(below[index] ?? []).map((offer) => `   ${palette.quiet(offer)}`),
  ]);
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
