import type { Request, Response } from 'express';
import type { Answer, AnswerParts, VersionParams } from './answers.ts';
import { parsePageQuery } from './list-query.ts';
import type { KeptPolicy, Policies } from './policies.ts';
import type { PolicySort } from './policy-sort.ts';
import type { Manner } from './render.ts';
import { renderPolicy } from './render-policy.ts';
import type { SessionRecord } from './sessions.ts';

export type PolicyAct = 'start' | 'stop' | 'enable' | 'disable';
export type PolicyParts = AnswerParts & { readonly policies: Policies };
/** Virtual networks have one policy, without an id in its path. */
export type PolicyParams = VersionParams & { id?: string };

export const listPolicies =
  (parts: PolicyParts, sort: PolicySort): Answer<VersionParams> =>
  (request, response, manner) => {
    const parsed = parsePageQuery(request.query, manner, parts.pageSize ?? manner.defaultLimit);
    if ('errors' in parsed) {
      parts.problems.badRequest(response, parsed.errors);
      return;
    }
    const { offset, limit } = parsed.query;
    const all = parts.policies.of(sort);
    const results = all
      .slice(offset, limit === -1 ? undefined : offset + limit)
      .map((policy) => renderPolicy(policy, parts, manner));
    const self = { href: `${manner.address}${request.originalUrl}` };
    response.json({ offset, limit, totalCount: all.length, results, _links: { self } });
  };

const withPolicy =
  (
    parts: PolicyParts,
    sort: PolicySort,
    answer: (policy: KeptPolicy, response: Response, manner: Manner) => void,
  ): Answer<PolicyParams> =>
  (request: Request<PolicyParams>, response, manner) => {
    const policy = parts.policies.find(sort, request.params.id);
    if (policy !== undefined) answer(policy, response, manner);
    else parts.problems.notFound(request, response, `The policy '${request.params.id ?? sort}' was not found.`);
  };

export const showPolicy = (parts: PolicyParts, sort: PolicySort): Answer<PolicyParams> =>
  withPolicy(parts, sort, (policy, response, manner) => void response.json(renderPolicy(policy, parts, manner)));

/** v1 to v3 answer 200 with one session, later versions 202 with all of them; of shares there is one, without an array. */
const sendStarted = (
  { sort }: KeptPolicy,
  sessions: readonly SessionRecord[],
  response: Response,
  manner: Manner,
): void => {
  const payloads = sessions.map((session) => session.payload(manner));
  if (manner.hasFormerPolicies) response.status(200).json(payloads.at(-1));
  else response.status(202).json(sort === 'fileShares' ? payloads[0] : payloads);
};

export const actOnPolicy = (parts: PolicyParts, sort: PolicySort, act: PolicyAct): Answer<PolicyParams> =>
  withPolicy(parts, sort, (policy, response, manner) => {
    const { sessions, policies, problems } = parts;
    const running = sessions.running(policy.id);
    if (act === 'start' && running.length > 0) {
      problems.conflict(response, 'The policy is already running.', policy.id, running[0]?.nativeId ?? null);
      return;
    }
    if (act === 'start') {
      sendStarted(policy, sessions.launch(policy), response, manner);
      return;
    }
    if (act === 'stop') for (const session of running) sessions.stop(session);
    else policies.enable(policy, act === 'enable');
    response.status(204).end();
  });

/** What the appliance says of a session that has ended is not documented: here it is a bad request. */
export const stopSession =
  ({ sessions, problems }: AnswerParts): Answer<VersionParams & { id: string }> =>
  (request, response, manner) => {
    const { id } = request.params;
    const record = sessions.find(id);
    if (record === undefined)
      problems.notFound(request, response, `The job session with the ID '${id}' was not found.`);
    else if (sessions.stop(record)) response.status(manner.isFirst ? 200 : 204).end();
    else problems.badRequest(response, { sessionId: ['The job session is not running.'] });
  };
