import express, { type Express, type Request, type Response } from 'express';
import { addressOf } from '../http/request-address.ts';
import { apiVersionOf, readParameter, sendArmError } from './arm.ts';
import type { AzureJobs, AzureRecord } from './azure-jobs.ts';
import { keyOfRegion, keyOfVault, VAULTS } from './documented.ts';
import { FILTER_PROBLEM, parseJobFilter } from './filter.ts';
import { toListRow } from './render.ts';
import { readSkipToken, writeSkipToken } from './skip-token.ts';
import { inVault, type Params, VAULT } from './vault-routes.ts';

/** How a list of jobs comes. */
type Paging = {
  readonly pageSize: number;
  /** Whether the pages that follow come with an older version, and so in an older form, whatever was requested. */
  readonly hasOldLinks: boolean;
};

const olderThan = (asked: string): string => (asked === '2017-07-01' ? '2016-12-01' : '2017-07-01');

const nextLinkAfter = (
  request: Request,
  last: AzureRecord,
  linkParameters: Readonly<Record<string, string>>,
  { hasOldLinks }: Paging,
): string => {
  const filter = readParameter(request, '$filter');
  const asked = apiVersionOf(request);
  const query = new URLSearchParams({
    'api-version': hasOldLinks ? olderThan(asked) : asked,
    ...(filter === null ? {} : { $filter: filter }),
    ...linkParameters,
    $skiptoken: writeSkipToken(last.position),
  });
  return `${addressOf(request)}${request.path}?${query}`;
};

/** One page of a list. `linkParameters` are the further parameters of the link. */
const sendPage = (
  request: Request,
  response: Response,
  records: readonly AzureRecord[],
  paging: Paging,
  linkParameters: Readonly<Record<string, string>> = {},
): void => {
  const filter = parseJobFilter(readParameter(request, '$filter') ?? '');
  const token = readParameter(request, '$skipToken');
  const after = token === null ? '' : readSkipToken(token);
  if (filter === null || after === null) {
    const message = filter === null ? FILTER_PROBLEM : 'The continuation token is not valid.';
    sendArmError(response, 400, 'CloudInvalidInputError', message);
    return;
  }
  const left = records.filter((record) => record.position > after && record.exists() && filter(record.view()));
  const page = left.slice(0, paging.pageSize);
  const last = page.at(-1);
  response.json({
    value: page.map((record) => toListRow(record.payload(apiVersionOf(request)))),
    ...(left.length > page.length && last !== undefined
      ? { nextLink: nextLinkAfter(request, last, linkParameters, paging) }
      : {}),
  });
};

/** Status and code for an unknown job are not documented; 404 is what the resource manager's rules ask for. */
const sendJob = (request: Request, response: Response, records: readonly AzureRecord[], id: string): void => {
  const record = records.find(
    (candidate) => candidate.nativeId.toLowerCase() === id.toLowerCase() && candidate.exists(),
  );
  if (record === undefined) sendArmError(response, 404, 'UserErrorJobNotFound', `The job '${id}' was not found.`);
  else response.json(record.payload(apiVersionOf(request)));
};

const textIn = (body: unknown, field: string): string => {
  const value: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([name]) => name === field)?.[1] : undefined;
  return typeof value === 'string' ? value : '';
};

type RegionHandler = (request: Request<Params>, response: Response, list: string) => void;

/** The vault is named in the body, and in the link of a further page, which is asked with GET. */
const inRegion =
  (handle: RegionHandler) =>
  (request: Request<Params>, response: Response): void => {
    const resourceId = textIn(request.body, 'resourceId') || (readParameter(request, 'vault') ?? '');
    const vault = VAULTS.find(({ idPrefix }) => idPrefix.toLowerCase() === resourceId.toLowerCase());
    if (vault !== undefined) handle(request, response, keyOfRegion(vault, request.params['region'] ?? ''));
    else sendArmError(response, 400, 'CloudInvalidInputError', `There is no vault '${resourceId}'.`);
  };

export const registerAzureRoutes = (app: Express, jobs: AzureJobs, paging: Paging): void => {
  app.get(
    `${VAULT}/backupJobs`,
    inVault((request, response, vault) => sendPage(request, response, jobs.recordsOf(keyOfVault(vault)), paging)),
  );
  app.get(
    `${VAULT}/backupJobs/:jobName`,
    inVault((request, response, vault) =>
      sendJob(request, response, jobs.recordsOf(keyOfVault(vault)), request.params['jobName'] ?? ''),
    ),
  );
  const region = '/subscriptions/:subscriptionId/providers/Microsoft.RecoveryServices/locations/:region';
  const listRegion = inRegion((request, response, list) => {
    const resourceId = textIn(request.body, 'resourceId') || (readParameter(request, 'vault') ?? '');
    sendPage(request, response, jobs.recordsOf(list), paging, { vault: resourceId });
  });
  app.post(`${region}/backupCrrJobs`, express.json({ type: () => true }), listRegion);
  app.get(`${region}/backupCrrJobs`, listRegion);
  app.post(
    `${region}/backupCrrJob`,
    express.json({ type: () => true }),
    inRegion((request, response, list) =>
      sendJob(request, response, jobs.recordsOf(list), textIn(request.body, 'jobName')),
    ),
  );
};
