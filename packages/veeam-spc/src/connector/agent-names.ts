import { type ConnectorContext, isJsonObject, parseWire, readText } from '@crossvault/core';
import type { CallsV3 } from '../client/calls-v3.ts';
import { readId } from '../mapping/key.ts';
import { organizationWire, parseJob } from '../mapping/wire.ts';
import { toAgent } from './agents.ts';
import { createKnownNames, type KnownNames } from './known-names.ts';

/** Names of computers, which v3's jobs do not say: only the agents do. */
export type AgentNames = KnownNames;

export const createAgentNames = (calls: Pick<CallsV3, 'listAgents'>, context: ConnectorContext): AgentNames =>
  createKnownNames(
    {
      list: {
        name: 'list of backup agents',
        read: calls.listAgents,
        identify: (row) => toAgent(row)?.id.toLowerCase() ?? null,
      },
      toNamed: toAgent,
      what: 'computers',
      isOptional: false,
    },
    context,
  );

function toOrganization(row: unknown) {
  if (!isJsonObject(row)) return null;
  const organization = parseWire(organizationWire, row);
  const id = readId(organization.instanceUid);
  return id === null ? null : { id, name: readText(organization.name).value };
}

/** Names of customers. A role that may not list organizations reads jobs all the same. */
export const createOrganizationNames = (
  calls: Pick<CallsV3, 'listOrganizations'>,
  context: ConnectorContext,
): KnownNames =>
  createKnownNames(
    {
      list: {
        name: 'list of organizations',
        read: calls.listOrganizations,
        identify: (row) => toOrganization(row)?.id.toLowerCase() ?? null,
      },
      toNamed: toOrganization,
      what: 'organizations',
      isOptional: true,
    },
    context,
  );

/** Uid of the customer of a row's job: of an agent's its organization, of a backup server's the one that it is mapped to. */
export function organizationOf(row: unknown): string {
  if (!isJsonObject(row)) return '';
  const { organizationUid, mappedOrganizationUid } = parseJob(row);
  const uid = [mappedOrganizationUid, organizationUid].find((value) => typeof value === 'string' && value !== '');
  return typeof uid === 'string' ? uid : '';
}

/** The context with the customer, where it is known. */
export const withTenant = <Context extends object>(
  context: Context,
  tenant: string | null,
): Context & { readonly tenant?: string } => (tenant === null ? context : { ...context, tenant });
