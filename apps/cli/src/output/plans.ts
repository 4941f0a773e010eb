import type { Plan } from '@crossvault/core';
import { renderFields } from './fields.ts';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { markColumn, toMark, toWhyCell, whyColumn, whyOfPlan } from './problem.ts';
import { toMinuteText, toSizeText } from './quantity.ts';
import { tenantCells, tenantColumns } from './tenant-column.ts';

const toEnabledText = (enabled: boolean | null): string => (enabled === null ? '-' : enabled ? 'yes' : 'no');

/** Plans as lines, in the order of their names. */
export const renderPlans = (plans: readonly Plan[], width: number, palette: Palette): readonly string[] =>
  renderGrid(
    [
      markColumn,
      { title: 'NAME', least: 14 },
      whyColumn,
      { title: 'ENABLED' },
      { title: 'LAST JOB', least: 9 },
      { title: 'LAST SUCCESS (UTC)' },
      { title: 'NEXT RUN (UTC)' },
      { title: 'CONNECTION' },
      ...tenantColumns(plans),
    ],
    plans.map((plan) => {
      const { name, nativeId, enabled, lastJob, lastSuccessAt, nextRunAt, connection } = plan;
      const why = whyOfPlan(plan);
      return [
        toMark(why, palette),
        name ?? nativeId,
        toWhyCell(why),
        toEnabledText(enabled),
        lastJob === null ? '-' : { text: lastJob.status, paint: palette.status(lastJob.status) },
        toMinuteText(lastSuccessAt),
        toMinuteText(nextRunAt),
        connection,
        ...tenantCells(plans, plan),
      ];
    }),
    width,
  );

/** Plans that were stored before plans had details have none. */
const toDetailText = ({ details }: Plan): string | null =>
  Object.entries({ ...details })
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ') || null;

/** One plan for users. */
export const renderPlan = (plan: Plan, palette: Palette): readonly string[] =>
  renderFields(plan.provenance, palette, [
    ['id', 'id', plan.id],
    ['native id', 'nativeId', plan.nativeId],
    ['name', 'name', plan.name],
    ['connection', 'connection', `${plan.connection} (${plan.vendor})`],
    ['tenant', 'tenant', plan.tenant],
    ['enabled', 'enabled', plan.enabled === null ? null : toEnabledText(plan.enabled)],
    ['status', 'nativeStatus', plan.nativeStatus],
    ['schedule', 'schedule', plan.schedule?.text ?? null],
    ['targets', 'targets', plan.targets === null ? null : String(plan.targets)],
    ['size', 'sizeBytes', typeof plan.sizeBytes === 'number' ? toSizeText(plan.sizeBytes) : null],
    ['last job', 'lastJob', plan.lastJob === null ? null : `${plan.lastJob.status} ${plan.lastJob.id}`],
    ['last success', 'lastSuccessAt', plan.lastSuccessAt],
    ['next run', 'nextRunAt', plan.nextRunAt],
    ['streak', 'streak', plan.streak === null ? null : `${plan.streak.count} × ${plan.streak.status}`],
    ['missed', 'missed', plan.missed === null ? null : toEnabledText(plan.missed)],
    ['actions', 'actions', plan.actions.length === 0 ? null : plan.actions.join(', ')],
    ['details', 'details', toDetailText(plan)],
  ]);
