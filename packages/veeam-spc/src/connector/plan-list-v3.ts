import { nullWhenAbsent, parseToken } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  type CrossvaultError,
  isJsonObject,
  type JobContext,
  type PageRequest,
  type PlanPage,
  type PlanRecord,
  type Rejection,
} from '@crossvault/core';
import { z } from 'zod';
import type { CallsV3 } from '../client/calls-v3.ts';
import { readId } from '../mapping/key.ts';
import { mapPlanRow } from '../mapping/map-plan.ts';
import { mapPolicyRow } from '../mapping/map-policy.ts';
import { policyWire } from '../mapping/wire.ts';
import type { ConsoleRows, Part } from './console-rows.ts';
import { firstPosition, maxPageSize, type RowList, type RowPage, type RowPosition, readRowPage } from './list-page.ts';
import type { PlanReader } from './plan-state.ts';

type Mapped = { readonly record: PlanRecord } | { readonly rejection: Rejection };

interface Definitions {
  readPage(filter: string | null, page: PageRequest, call: CallOptions): Promise<ConsoleRows>;
  toContext(part: Part, row: unknown): JobContext;
  /** Reads the names that contexts hold, where they are not known. */
  refresh(call: CallOptions): Promise<void>;
}

const policyToken = z.tuple([z.literal('policies'), z.int().nonnegative(), z.string().nullable()]);

const isDenied = ({ code }: CrossvaultError): boolean => code === 'permission-denied';

const toPolicyToken = ({ offset, former }: RowPosition): string => JSON.stringify(['policies', offset, former]);

/** Consoles without appliances for public clouds have no such list, and some roles may not see it. */
const noPolicies: RowPage = { rows: [], next: null, endedEarly: false };

/** Definitions of agents and of backup servers, as the list of jobs reads them, then policies for public clouds. */
export function createPlanList(
  calls: Pick<CallsV3, 'listPolicies'>,
  definitions: Definitions,
  context: ConnectorContext,
): PlanReader['list'] {
  const policies: RowList = {
    name: 'list of policies for public clouds',
    read: calls.listPolicies,
    identify: (row) => (isJsonObject(row) ? readId(policyWire.parse(row).instanceUid) : null),
  };

  async function listPolicies(token: string, size: number, call: CallOptions): Promise<PlanPage> {
    const [, offset, former] = parseToken(token, policyToken, 'plans', context.connection);
    const limit = Math.min(maxPageSize, Math.max(1, size));
    const reading = readRowPage(policies, { limit, filter: null }, { offset, former }, context, call);
    const { rows, next, endedEarly } = (await nullWhenAbsent(reading, isDenied)) ?? noPolicies;
    const mapped = rows.map((row) => mapPolicyRow(row, context.connection));
    return toPage(mapped, next === null ? null : toPolicyToken(next), endedEarly);
  }

  return async (page, call) => {
    if (page.token?.startsWith('["policies"') === true) return listPolicies(page.token, page.size, call);
    const [{ part, rows, next, endedEarly }] = await Promise.all([
      definitions.readPage(null, page, call),
      page.token === null ? definitions.refresh(call) : undefined,
    ]);
    const mapped = rows.map((row) => mapPlanRow(row, definitions.toContext(part, row), 'v3'));
    return toPage(mapped, next ?? toPolicyToken(firstPosition), endedEarly);
  };
}

export function toPage(mapped: readonly Mapped[], next: string | null, endedEarly: boolean): PlanPage {
  return {
    records: mapped.flatMap((each) => ('record' in each ? [each.record] : [])),
    rejected: mapped.flatMap((each) => ('rejection' in each ? [each.rejection] : [])),
    next,
    ...(endedEarly ? { warnings: ['list-ended-early' as const] } : {}),
  };
}
