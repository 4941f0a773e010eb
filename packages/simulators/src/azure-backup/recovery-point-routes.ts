import type { Express, Request, Response } from 'express';
import { readParameter, sendArmError } from './arm.ts';
import { parseClauses } from './clauses.ts';
import { parseFilterDate } from './filter.ts';
import type { ItemTable } from './item-table.ts';
import { ITEM } from './operation-routes.ts';
import type { SimulatedItem, SimulatedPoint } from './protected-items.ts';
import { inItem } from './protection-routes.ts';
import { renderLogChain, renderPoint } from './render-item.ts';
import { sendRowPage } from './row-pages.ts';

type PointFilter = { readonly holds: (point: SimulatedPoint) => boolean; readonly queryType: string };

const QUERY_TYPES = ['All', 'Full', 'Differential', 'Log', 'FullAndDifferential', 'Incremental'];
const FLAGS = ['extendedInfo', 'moveReadyRPOnly', 'includeSoftDeletedRP'];
const isFlag = (value: string): boolean => /^(?:true|false)$/i.test(value);

/** What `$filter` asks of recovery points: two bounds, the sort, and flags; null when it is no such filter. */
const parsePointFilter = (text: string): PointFilter | null => {
  const clauses = parseClauses(text);
  if (clauses === null) return null;
  let [fromMs, untilMs, queryType] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 'All'];
  for (const { key, value } of clauses) {
    const boundMs = parseFilterDate(value);
    const sort = QUERY_TYPES.find((known) => known.toLowerCase() === value.toLowerCase());
    if (key === 'startDate' && boundMs !== null) fromMs = boundMs;
    else if (key === 'endDate' && boundMs !== null) untilMs = boundMs;
    else if (key === 'restorePointQueryType' && sort !== undefined) queryType = sort;
    else if (!FLAGS.includes(key) || !isFlag(value)) return null;
  }
  return { holds: ({ atMs }) => atMs >= fromMs && atMs <= untilMs, queryType };
};

/** All backups of the simulated databases are full ones; beside them their log has the range of times to which they can be restored. */
const rowsOf = (item: SimulatedItem, { holds, queryType }: PointFilter) => {
  const points = item.points.filter(holds);
  if (queryType === 'Log') return item.management === 'AzureWorkload' ? renderLogChain(item, points) : [];
  const isFull = queryType === 'All' || queryType.startsWith('Full');
  return isFull ? points.map((point) => renderPoint(item, point)) : [];
};

const listPoints =
  (pageSize: number) =>
  (request: Request, response: Response, item: SimulatedItem): void => {
    const filter = parsePointFilter(readParameter(request, '$filter') ?? '');
    if (filter === null) sendArmError(response, 400, 'CloudInvalidInputError', 'The filter of this list is not valid.');
    else sendRowPage(request, response, rowsOf(item, filter), pageSize);
  };

const getPoint = (request: Request, response: Response, item: SimulatedItem): void => {
  const { recoveryPointId = '' } = request.params;
  const point = item.points.find(({ name }) => name === recoveryPointId);
  const message = `There is no recovery point '${recoveryPointId}'.`;
  if (point !== undefined) response.json(renderPoint(item, point));
  else sendArmError(response, 404, 'BMSUserErrorRecoveryPointNotFound', message);
};

/** The points from which an item can be restored. */
export const registerRecoveryPointRoutes = (app: Express, items: ItemTable, pageSize: number): void => {
  app.get(`${ITEM}/recoveryPoints`, inItem(items, listPoints(pageSize)));
  app.get(`${ITEM}/recoveryPoints/:recoveryPointId`, inItem(items, getPoint));
};
