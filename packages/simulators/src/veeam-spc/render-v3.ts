import {
  type DefinitionState,
  historyOf,
  type LastRunMoves,
  originalIdOf,
  restorePointsAt,
  type SpcAgent,
  type SpcDefinition,
  stateAt,
} from './definition.ts';
import { nextRunMs } from './schedule.ts';
import { NEVER, renderLocal } from './time-text.ts';
import { inCasing, statusOfWord } from './words.ts';

export type SystemType = 'Windows' | 'Linux' | 'Mac';

const digitOf = (id: string): number => Number.parseInt(id.charAt(0), 16);

/** A third of the servers run Linux, some workstations are Macs; derived from their ids, so that no random number is drawn. */
export const systemOf = ({ id, shape }: SpcAgent): SystemType => {
  if (shape.operationMode === 'Server') return digitOf(id) < 6 ? 'Linux' : 'Windows';
  return digitOf(id) < 2 ? 'Mac' : 'Windows';
};

const organizationOf = ({ companyId }: Pick<SpcAgent, 'companyId'>): string =>
  `0c0ffee0-0000-4000-8000-${String(companyId).padStart(12, '0')}`;

const TARGETS: Readonly<Record<SystemType, string>> = {
  Windows: 'SharedFolder',
  Linux: 'LocalFolder',
  Mac: 'CloudRepository',
};

/** An instant with seven digits and the console's zone, or nothing. */
export const renderTime = (milliseconds: number | null, ticks: number): string | null =>
  milliseconds === null ? null : renderLocal(milliseconds, ticks);

/** 4.0 shows no run as the year one, later consoles as null. */
const renderLastRun = ({ agent, ticks }: SpcDefinition, { lastRunMs }: DefinitionState): string | null =>
  lastRunMs === null && agent.shape.casing === 'camel' ? NEVER : renderTime(lastRunMs, ticks);

const renderResult = (definition: SpcDefinition, state: DefinitionState, nowMs: number) => {
  const { shape, ticks, sizeBytes, freeBytes, averageSeconds } = definition;
  const hasEnded = state.lastEndMs !== null;
  const seconds = { plain: hasEnded ? state.lastSeconds : null, unreadable: 'long', null: null };
  const size = { plain: sizeBytes, unreadable: 'n/a', zero: 0 };
  return {
    restorePoints: hasEnded ? restorePointsAt(definition, nowMs) : 0,
    lastRun: renderLastRun(definition, state),
    lastEndTime: shape.lastDuration === 'null' ? null : renderTime(state.lastEndMs, ticks),
    lastDuration: seconds[shape.lastDuration],
    avgDuration: hasEnded ? averageSeconds : null,
    backedUpSize: hasEnded ? size[shape.backupSize] : null,
    freeSpace: hasEnded ? freeBytes : null,
  };
};

const renderMessage = ({ message, shape }: SpcDefinition, { word, isOpen }: DefinitionState): string | null => {
  const status = statusOfWord(word);
  return !isOpen && (status === 'failed' || status === 'warning') ? message : shape.noMessage;
};

/** What the list of all agents' jobs says and a job's own address does not; a single one of Windows has other targets. */
const renderPlace = ({ agent, ...definition }: SpcDefinition, form: JobForm) => {
  const { casing } = agent.shape;
  const system = systemOf(agent);
  if (form === 'single') return { targetType: inCasing(system === 'Windows' ? 'Local' : TARGETS[system], casing) };
  return {
    originalUid: originalIdOf(definition),
    systemType: inCasing(system, casing),
    targetType: inCasing(TARGETS[system], casing),
    scheduleDisplayName: definition.scheduleType,
  };
};

/** In the list of the jobs of all agents, or at its own address. */
export type JobForm = 'listed' | 'single';

/** A job of an agent, with its last run. */
export const renderAgentJobV3 = (
  definition: SpcDefinition,
  nowMs: number,
  { moves, form }: { readonly moves: LastRunMoves; readonly form: JobForm },
): unknown => {
  const { agent, policy, ticks } = definition;
  const state = stateAt(historyOf(definition), nowMs, moves);
  const { casing } = agent.shape;
  return {
    instanceUid: definition.id,
    ...renderPlace(definition, form),
    backupAgentUid: agent.id,
    organizationUid: organizationOf(agent),
    name: definition.name,
    description: '',
    configUid: definition.siteId,
    backupPolicyUid: policy.id === 0 ? null : organizationOf({ ...agent, companyId: policy.id }),
    backupPolicyName: policy.name,
    backupPolicyAssignStatus: inCasing(policy.status, casing),
    backupPolicyFailureMessage: null,
    status: state.word,
    operationMode: inCasing(agent.shape.operationMode, casing),
    destination: definition.destination,
    ...renderResult(definition, state, nowMs),
    nextRun:
      definition.shape.nextRun === 'unreadable'
        ? 'as soon as the target is back'
        : renderTime(nextRunMs(definition, nowMs), 0),
    backupMode: inCasing(definition.backupMode === 'Folder' ? 'File' : definition.backupMode, casing),
    isEnabled: !definition.disabled,
    scheduleType: inCasing(definition.scheduleType, casing),
    lastModifiedDate: renderLocal(definition.lastModifiedMs, ticks),
    lastModifiedBy: `${agent.name}\\administrator`,
    failureMessage: renderMessage(definition, state),
  };
};

/** An agent as the list of all agents shows it. */
export const renderAgentV3 = (
  agent: SpcAgent,
  counts: { readonly total: number; readonly succeeded: number; readonly running: number },
): unknown => ({
  instanceUid: agent.id,
  agentPlatform: systemOf(agent),
  status: 'Active',
  managementAgentUid: organizationOf(agent),
  organizationUid: organizationOf(agent),
  name: agent.name,
  operationMode: agent.shape.operationMode,
  guiMode: 'Full',
  platform: agent.platform,
  version: agent.version,
  managementMode: 'ManagedByConsole',
  totalJobsCount: counts.total,
  runningJobsCount: counts.running,
  successJobsCount: counts.succeeded,
});

const CUSTOMERS = ['Contoso', 'Fabrikam', 'Northwind', 'Tailspin', 'Wingtip'] as const;

/** The customers of agents, each once; two of more than five customers may share a name, apart from its number. */
export const renderOrganizations = (agents: readonly SpcAgent[]): unknown[] =>
  [...new Set(agents.map(({ companyId }) => companyId))]
    .toSorted((one, other) => one - other)
    .map((companyId) => ({
      instanceUid: organizationOf({ companyId }),
      name: `${CUSTOMERS[companyId % CUSTOMERS.length]} ${companyId}`,
      type: 'Company',
    }));
