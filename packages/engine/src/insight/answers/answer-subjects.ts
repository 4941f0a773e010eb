import type { CallOptions } from '@crossvault/core';
import { parseJobId } from '@crossvault/core';
import type { Subject } from '@crossvault/core/insight';
import type { SubjectFilter } from '@crossvault/core/store';
import { tenantsOf } from '../../connections/tenants.ts';
import type { AnswerParts } from './answer-parts.ts';
import { toBareSubject, toSubject } from './views.ts';

/** The subjects of an answer by their ids; of one that is not stored as much as its id says. */
export async function readSubjects(
  { history, sources }: AnswerParts,
  ids: readonly string[],
  call: CallOptions,
): Promise<(id: string) => Subject> {
  const wanted = [...new Set(ids)];
  const stored = wanted.length === 0 ? [] : await history.store.subjects({ connections: null }, { ids: wanted }, call);
  const tenants = tenantsOf(sources.map(({ connection }) => connection));
  const known = new Map(stored.map((subject) => [subject.id, toSubject(subject, tenants)]));
  return (id) => {
    const connection = parseJobId(id)?.connection ?? '';
    const vendor = sources.find((source) => source.connection.name === connection)?.connection.vendor ?? '';
    return known.get(id) ?? toBareSubject(id, connection, vendor);
  };
}

/** Whether a filter names more than connections. */
export const isNarrow = ({ items, plans, tenants }: SubjectFilter): boolean =>
  items !== undefined || plans !== undefined || tenants !== undefined;
