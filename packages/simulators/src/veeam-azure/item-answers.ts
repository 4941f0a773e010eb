import type { Express, RequestHandler } from 'express';
import type { Answer, AnswerParts, NamedParams, VersionParams } from './answers.ts';
import { parsePageQuery } from './list-query.ts';
import { type ItemSort, type ProtectedThing, renderPoints, renderThing } from './protected-items.ts';
import type { Manner } from './render.ts';

type Page = { readonly offset: number; readonly limit: number };
type ItemRoute = readonly [sort: ItemSort, pointsPath: string, pointsOf: string];

const ROUTES: readonly ItemRoute[] = [
  ['virtualMachines', 'virtualMachines', 'VirtualMachineId'],
  ['sql', 'sql', 'DatabaseId'],
  ['fileShares', 'fileShares', 'FileShareId'],
  ['cosmosDb', 'cosmosDb/repository', 'CosmosDbAccountId'],
];

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const isSync = (value: unknown): boolean => textOf(value)?.toLowerCase() === 'true';

const toPage = (all: readonly unknown[], { offset, limit }: Page, href: string): unknown => ({
  offset,
  limit,
  totalCount: all.length,
  results: all.slice(offset, limit === -1 ? undefined : offset + limit),
  _links: { self: { href } },
});

/** `SearchPattern` is taken as a part of the name; other forms are not documented. A forced rescan waits. */
const listItems =
  ({ operations, problems, things, pageSize }: AnswerParts, sort: ItemSort): Answer<VersionParams> =>
  (request, response, manner) => {
    const parsed = parsePageQuery(request.query, manner, pageSize ?? manner.defaultLimit);
    if ('errors' in parsed) {
      problems.badRequest(response, parsed.errors);
      return;
    }
    const pattern = (textOf(request.query['SearchPattern']) ?? '').toLowerCase();
    const render = (asked: Manner) => {
      const found = things.of(sort).filter(({ name }) => name.toLowerCase().includes(pattern));
      const rows = found.map((thing) => renderThing(sort, thing, asked));
      return toPage(rows, parsed.query, `${asked.address}${request.originalUrl}`);
    };
    if (isSync(request.query['Sync'])) response.status(202).json(operations.start(render, manner));
    else response.json(render(manner));
  };

const find = ({ things }: AnswerParts, sort: ItemSort, id: string | undefined): ProtectedThing | undefined =>
  things.of(sort).find((thing) => thing.id === id?.toLowerCase());

const showItem =
  (parts: AnswerParts, sort: ItemSort): Answer<NamedParams> =>
  (request, response, manner) => {
    const { operations, problems } = parts;
    const thing = find(parts, sort, request.params.id);
    if (thing === undefined) {
      problems.notFound(request, response, `The protected item '${request.params.id}' was not found.`);
      return;
    }
    const render = (asked: Manner) => renderThing(sort, thing, asked);
    if (isSync(request.query['sync'])) response.status(202).json(operations.start(render, manner));
    else response.json(render(manner));
  };

/** Of one item, where one is named. */
const listRestorePoints =
  (parts: AnswerParts, [sort, , name]: ItemRoute): Answer<VersionParams> =>
  (request, response, manner) => {
    const { problems, pageSize } = parts;
    const parsed = parsePageQuery(request.query, manner, pageSize ?? manner.defaultLimit);
    if ('errors' in parsed) {
      problems.badRequest(response, parsed.errors);
      return;
    }
    const asked = textOf(request.query[name]);
    const found = asked === undefined ? parts.things.of(sort) : [find(parts, sort, asked)];
    const points = found.flatMap((thing) => (thing === undefined ? [] : renderPoints(sort, thing)));
    response.json(toPage(points, parsed.query, `${manner.address}${request.originalUrl}`));
  };

export const registerItemRoutes = (
  app: Express,
  parts: AnswerParts,
  {
    may,
    speak,
  }: {
    readonly may: RequestHandler<NamedParams>;
    speak<Params extends VersionParams>(
      answer: Answer<Params>,
      serves: (manner: Manner) => boolean,
    ): RequestHandler<Params>;
  },
): void => {
  for (const route of ROUTES) {
    const [sort, pointsPath] = route;
    const serves = ({ hasOperations, hasFormerPolicies, policySorts }: Manner): boolean =>
      hasOperations && (sort === 'virtualMachines' || !hasFormerPolicies) && policySorts.includes(sort);
    app.get(`/api/:version/protectedItem/${sort}`, may, speak(listItems(parts, sort), serves));
    app.get(`/api/:version/protectedItem/${sort}/:id`, may, speak(showItem(parts, sort), serves));
    app.get(`/api/:version/restorePoints/${pointsPath}`, may, speak(listRestorePoints(parts, route), serves));
  }
};
