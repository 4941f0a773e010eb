import type { ProtectedItem } from '@crossvault/core';
import { renderFields } from './fields.ts';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { markColumn, toMark, toWhyCell, whyColumn, whyOfItem } from './problem.ts';
import { toMinuteText } from './quantity.ts';
import { tenantCells, tenantColumns } from './tenant-column.ts';

const toPlanText = ({ plan }: ProtectedItem): string | null => plan?.name ?? plan?.id ?? null;

/** Protected items as lines, in the order of their names. */
export const renderItems = (items: readonly ProtectedItem[], width: number, palette: Palette): readonly string[] =>
  renderGrid(
    [
      markColumn,
      { title: 'NAME', least: 14 },
      whyColumn,
      { title: 'TYPE' },
      { title: 'PROTECTION' },
      { title: 'PLAN', least: 10 },
      { title: 'LAST JOB', least: 9 },
      { title: 'RECOVERY POINT (UTC)' },
      { title: 'CONNECTION' },
      ...tenantColumns(items),
    ],
    items.map((item) => [
      toMark(whyOfItem(item), palette),
      item.name ?? item.nativeId,
      toWhyCell(whyOfItem(item)),
      item.type,
      item.protection,
      toPlanText(item) ?? '-',
      item.lastJob === null ? '-' : { text: item.lastJob.status, paint: palette.status(item.lastJob.status) },
      toMinuteText(item.lastRecoveryPointAt),
      item.connection,
      ...tenantCells(items, item),
    ]),
    width,
  );

/** One item for users. */
export const renderItem = (item: ProtectedItem, palette: Palette): readonly string[] =>
  renderFields(item.provenance, palette, [
    ['id', 'id', item.id],
    ['native id', 'nativeId', item.nativeId],
    ['name', 'name', item.name],
    ['type', 'type', item.type],
    ['connection', 'connection', `${item.connection} (${item.vendor})`],
    ['tenant', 'tenant', item.tenant],
    ['protection', 'protection', item.protection],
    ['plan', 'plan', toPlanText(item)],
    ['health', 'health', item.health],
    ['last job', 'lastJob', item.lastJob === null ? null : `${item.lastJob.status} ${item.lastJob.id}`],
    ['last success', 'lastSuccessAt', item.lastSuccessAt],
    ['recovery point', 'lastRecoveryPointAt', item.lastRecoveryPointAt],
    ['streak', 'streak', item.streak === null ? null : `${item.streak.count} × ${item.streak.status}`],
    ['next expected', 'expectedNextAt', item.expectedNextAt],
    ['missed', 'missed', item.missed === null ? null : item.missed ? 'yes' : 'no'],
    ['actions', 'actions', item.actions.length === 0 ? null : item.actions.join(', ')],
  ]);
