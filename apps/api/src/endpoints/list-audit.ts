import { z } from 'zod';
import { adminOnly } from '../http/access.ts';
import { defineEndpoint } from '../http/endpoint.ts';
import { ledgerPaging, pageOf } from './inventory-parameters.ts';

const auditEntry = z
  .object({
    at: z.string(),
    actor: z.string().describe('The name of the API key, or of the user who ran the command.'),
    action: z.string(),
    connection: z.string().nullable(),
    target: z.string().nullable(),
    detail: z
      .unknown()
      .describe('The request, the state of the target before and after, and the response of the vendor.'),
  })
  .meta({ id: 'AuditEntry' });

export const listAudit = defineEndpoint({
  operationId: 'listAudit',
  method: 'get',
  path: '/v1/audit',
  access: adminOnly,
  summary: 'List the audit log',
  description: 'Who did what, and what the vendor answered, newest first. Entries are never deleted.',
  tags: ['keys'],
  isExpensive: true,
  params: z.object({}),
  query: z.object({
    connection: z.string().exactOptional().describe('Name of a connection.'),
    ...ledgerPaging,
  }),
  response: { description: 'A page of entries.', schema: pageOf('AuditPage', auditEntry) },
  errors: ['connection-not-found', 'invalid-cursor', 'store-missing'],
  async handle({ query: { connection, limit, cursor = null } }, { engine, signal, caller }) {
    const connections = connection === undefined ? null : [connection];
    const { entries, next } = await engine.audit({ connections }, { limit, cursor }, { signal, caller });
    return { data: entries.map((entry) => ({ ...entry })), page: { next } };
  },
});
