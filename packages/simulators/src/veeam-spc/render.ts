import {
  type DefinitionState,
  historyOf,
  type LastRunMoves,
  restorePointsAt,
  type SpcAgent,
  type SpcDefinition,
  stateAt,
} from './definition.ts';
import { nextRunMs } from './schedule.ts';
import { NEVER, renderLocal, renderLocalSeconds, renderUtc } from './time-text.ts';
import { inCasing, OUTDATED, statusOfWord } from './words.ts';

/** The host that the documented links name; the request beside them goes to another one. */
const LINK_HOST = 'https://vac:1281';

const renderNextRun = (definition: SpcDefinition, nowMs: number): string | null => {
  if (definition.shape.nextRun === 'unreadable') return 'as soon as the target is back';
  const nextMs = nextRunMs(definition, nowMs);
  if (nextMs !== null) return renderLocalSeconds(nextMs);
  return definition.agent.shape.spelling === 'list' ? NEVER : null;
};

const renderLastRun = ({ shape, ticks }: SpcDefinition, { lastRunMs }: DefinitionState): string => {
  if (lastRunMs === null) return NEVER;
  return shape.lastRun === 'local' ? renderLocal(lastRunMs, ticks) : renderUtc(lastRunMs);
};

const LAST_DURATION = { unreadable: 'long', null: null } as const;

/** Only a run that is over can have left something to read. */
const renderResult = (definition: SpcDefinition, state: DefinitionState, nowMs: number) => {
  const { shape, sizeBytes, freeBytes, averageSeconds } = definition;
  const hasRun = state.lastRunMs !== null && (!state.isOpen || state.lastSeconds > 0);
  const size = shape.backupSize === 'unreadable' ? 'n/a' : sizeBytes;
  return {
    restorePoints: hasRun ? restorePointsAt(definition, nowMs) : 0,
    lastRestorePoint: null,
    backupSize: hasRun && shape.backupSize !== 'zero' ? size : 0,
    freeSpace: hasRun ? freeBytes : 0,
    avgDuration: hasRun ? averageSeconds : 0,
    lastDuration: shape.lastDuration === 'plain' ? state.lastSeconds : LAST_DURATION[shape.lastDuration],
  };
};

const renderMessage = ({ message, shape }: SpcDefinition, { word, isOpen }: DefinitionState): string | null => {
  const status = statusOfWord(word);
  return !isOpen && (status === 'failed' || status === 'warning') ? message : shape.noMessage;
};

const link = (rel: string, method: string, path: string) => ({ rel, method, href: `${LINK_HOST}${path}` });

/** What there is to do now. Which link stands for bringing a job up to date is on no page. */
const renderLinks = ({ agent, id, policy }: SpcDefinition, { isOpen }: DefinitionState) => {
  const self = `/v2/backupAgents/${agent.id}/jobs/${id}`;
  const turn = isOpen ? link('stopJob', 'POST', `${self}/stop`) : link('startJob', 'POST', `${self}/start`);
  const update = policy.status === OUTDATED ? [link('update', 'POST', `${self}/update`)] : [];
  return [link('self', 'GET', self), turn, ...update, link('delete', 'DELETE', `${self}/delete`)];
};

const renderSpelled = ({ agent, backupMode }: SpcDefinition, { word }: DefinitionState) => {
  const operationMode = inCasing(agent.shape.operationMode, agent.shape.casing);
  return agent.shape.spelling === 'list'
    ? { lastSessionStatusId: word, operationModeId: operationMode, backupMode }
    : { lastSessionStatus: word, operationMode, backupModeId: backupMode };
};

/** A definition with its last run; a page's own payload word for word. */
export const renderDefinition = (definition: SpcDefinition, nowMs: number, moves: LastRunMoves): unknown => {
  if (definition.page !== null) return definition.page;
  const state = stateAt(historyOf(definition), nowMs, moves);
  return {
    id: definition.id,
    name: definition.name,
    description: '',
    ...renderSpelled(definition, state),
    destination: definition.destination,
    ...renderResult(definition, state, nowMs),
    scheduleType: inCasing(definition.scheduleType, definition.agent.shape.casing),
    lastRun: renderLastRun(definition, state),
    lastModified: renderLocal(definition.lastModifiedMs, definition.ticks),
    lastModificationDoneBy: `${definition.agent.name}\\administrator`,
    targetType: 'Local',
    disabled: definition.disabled,
    failureMessage: renderMessage(definition, state),
    backupPolicyNote: null,
    cloudConnectAgentUid: definition.siteId,
    backupPolicyId: definition.policy.id,
    backupPolicyName: definition.policy.name,
    backupPolicyStatus: definition.policy.status,
    nextRun: renderNextRun(definition, nowMs),
    _links: renderLinks(definition, state),
  };
};

/** An agent as its list and its own address show it. */
export const renderAgent = (
  agent: SpcAgent,
  counts: { readonly total: number; readonly succeeded: number },
): unknown => {
  const self = `/v2/backupAgents/${agent.id}`;
  const operationMode = inCasing(agent.shape.operationMode, agent.shape.casing);
  return {
    id: agent.id,
    scheduleDisabled: false,
    companyId: agent.companyId,
    locationId: agent.locationId,
    name: agent.name,
    successJobsCount: counts.succeeded,
    totalJobsCount: counts.total,
    successfulPercentage: counts.total === 0 ? 0 : Math.round((counts.succeeded / counts.total) * 100),
    isReadOnlyMode: false,
    guiMode: 'Na',
    isViewModeChanging: false,
    isSettingsChanging: false,
    vawPlatform: agent.platform,
    cloudCopy: agent.platform === 'Cloud',
    lastModified: renderLocal(agent.lastModifiedMs, 0),
    lastModificationDoneBy: '-',
    backupMode: [],
    ...(agent.shape.spelling === 'list' ? { operationModeId: operationMode } : { operationMode }),
    multijobSupport: true,
    version: agent.version,
    _links: [link('self', 'GET', self), link('related', 'GET', `${self}/jobs`)],
  };
};
