import type { SubjectFilter } from '@crossvault/core/store';
import { type RawBuilder, sql } from 'kysely';
import type { Engine } from '../database.ts';
import { fold } from '../jobs/job-row.ts';

/** Conditions on the table of subjects. */
export function whereSubject(engine: Engine, filter: SubjectFilter): readonly RawBuilder<boolean>[] {
  const { connections, items, plans, tenants, tenantConnections = [], areExpected = false } = filter;
  const among = (column: string, values: readonly string[]) => engine.among(sql.ref(column), values, 'text');
  const named = (id: string, name: string, values: readonly string[]) =>
    sql<boolean>`(${among(id, values)} or ${among(name, values.map(fold))})`;
  return [
    sql<boolean>`true`,
    ...(connections === null ? [] : [among('subjects.connection', connections)]),
    ...(items === undefined
      ? []
      : [sql<boolean>`subjects.kind = 'item' and ${named('subjects.id', 'subjects.name', items)}`]),
    ...(plans === undefined ? [] : [named('subjects.plan_id', 'subjects.plan_name', plans)]),
    ...(tenants === undefined
      ? []
      : [
          sql<boolean>`(${among('subjects.tenant', tenants.map(fold))} or (subjects.tenant is null
            and ${among('subjects.connection', tenantConnections)}))`,
        ]),
    ...(areExpected ? [sql<boolean>`subjects.expected = 1`] : []),
  ];
}

/** Whether a filter names more than connections, so that subjects have to be looked at. */
export const isBySubject = ({ items, plans, tenants, areExpected = false }: SubjectFilter): boolean =>
  items !== undefined || plans !== undefined || tenants !== undefined || areExpected;
