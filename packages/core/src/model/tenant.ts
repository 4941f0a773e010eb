import { z } from 'zod';

/** Whose data it is, for a provider with several customers. */
export const tenantSchema = z
  .string()
  .nullable()
  .describe(
    'The customer, by name: as the vendor reports it, else as the configuration names it for the connection. Null where neither does.',
  );

/** Whether the customer is one of these: as the vendor names it, else the one of the connection. */
export function isOfTenant(
  wanted: readonly string[] | undefined,
  connections: readonly string[] = [],
  { tenant, connection }: { readonly tenant: string | null; readonly connection: string },
): boolean {
  if (wanted === undefined) return true;
  // Plans and items that an earlier version stored have no such field.
  const own = (tenant ?? null)?.toLowerCase();
  return own === undefined ? connections.includes(connection) : wanted.some((name) => name.toLowerCase() === own);
}
