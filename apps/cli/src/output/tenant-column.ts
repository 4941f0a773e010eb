import type { Cell, Column } from './grid.ts';

interface OfTenant {
  readonly tenant: string | null;
}

const hasTenants = (rows: readonly OfTenant[]): boolean => rows.some(({ tenant }) => tenant !== null);

/** The column of customers, where a row has one. */
export const tenantColumns = (rows: readonly OfTenant[]): readonly Column[] =>
  hasTenants(rows) ? [{ title: 'TENANT' }] : [];

/** The cell of a row in that column. */
export const tenantCells = (rows: readonly OfTenant[], { tenant }: OfTenant): readonly Cell[] =>
  hasTenants(rows) ? [tenant ?? '-'] : [];
