import {
  asRead,
  combine,
  computed,
  derivedFromJobs,
  foldWord,
  type ItemRules,
  inferred,
  isJsonObject,
  mapItem,
  missing,
  notReported,
  type ProtectedItem,
  type ProtectedItemRecord,
  parseWire,
  type Reading,
  type Rejection,
  readCount,
  readText,
  readWord,
  unreadable,
} from '@crossvault/core';
import { readId } from './key.ts';
import { targetWords } from './map-target.ts';
import { type AgentWire, agentWire, either } from './wire.ts';

/** Input of the rules: an agent, which stands for its computer. */
interface ComputerAnswer {
  readonly id: string;
  readonly agent: AgentWire;
}

const rules: ItemRules<ComputerAnswer> = {
  nativeId: {
    from: ['id', 'instanceUid'],
    rule: 'Takes the id of the agent unchanged; its jobs name it.',
    read: ({ id }) => asRead(id),
  },
  type: {
    from: ['operationMode', 'operationModeId'],
    rule: 'A workstation or a server where the operation mode says so, else other.',
    read: ({ agent }) => {
      const type = readWord(either(agent.operationMode, agent.operationModeId), targetWords.lookup, 'other');
      return combine(type.value, [type]);
    },
  },
  name: {
    from: ['name'],
    rule: 'Takes the name of the computer unchanged.',
    read: ({ agent }) => readText(agent.name),
  },
  protection: {
    from: ['totalJobsCount', 'managementMode'],
    rule: 'Protected where the agent has a job, unprotected where it has none. Of an agent that a backup server manages, the console may not count the jobs: without any it is unknown.',
    read: readProtection,
  },
  plan: notReported(null),
  lastJob: derivedFromJobs(),
  lastSuccessAt: derivedFromJobs(),
  lastRecoveryPointAt: notReported(null),
  streak: derivedFromJobs(),
  expectedNextAt: derivedFromJobs(),
  missed: derivedFromJobs(),
  health: {
    from: ['status'],
    rule: 'Takes the word of v3 for the state of the agent unchanged.',
    read: ({ agent }) => readText(agent.status),
  },
  actions: { from: [], rule: 'None: jobs are started, not computers.', read: () => asRead([]) },
};

function readProtection({ agent }: ComputerAnswer): Reading<ProtectedItem['protection']> {
  const jobs = readCount(agent.totalJobsCount);
  if (jobs.value === null) return jobs.provenance === 'unreadable' ? unreadable('unknown') : missing('unknown');
  if (jobs.value > 0) return inferred('protected');
  const isForeign = foldWord(readText(agent.managementMode).value ?? '') === 'managedbyvbr';
  return isForeign ? inferred('unknown') : computed('unprotected');
}

/** The computer of an agent, or why it cannot be listed. */
export function mapComputer(
  row: unknown,
  connection: string,
  tenantOf: (organizationUid: string) => string | null,
): { readonly record: ProtectedItemRecord } | { readonly rejection: Rejection } {
  if (!isJsonObject(row)) return { rejection: { nativeId: null, reason: 'not-an-object', value: row } };
  const agent = parseWire(agentWire, row);
  const id = readId(either(agent.id, agent.instanceUid));
  if (id === null) return { rejection: { nativeId: readId(agent.name), reason: 'no-readable-id', value: row } };
  const tenant = tenantOf(readText(agent.organizationUid).value ?? '');
  const origin = { connection, vendor: 'veeam-spc', key: [id.toLowerCase()], raw: row, tenant };
  return { record: { ...mapItem(rules, { id, agent }, origin), jobLink: { ids: [id], names: [] } } };
}
