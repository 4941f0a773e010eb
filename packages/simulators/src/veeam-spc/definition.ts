import { type Course, type Phase, phaseOf } from '../fleet/course.ts';
import { type TruthJob, toInstant } from '../truth.ts';
import type { DefinitionCourse } from './definition-course.ts';
import type { DOCUMENTED_JOB } from './documented.ts';
import type { AgentShape, JobShape } from './shapes.ts';
import { type Casing, inCasing, isIdleWord, statusOfWord } from './words.ts';

export type SpcAgent = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly companyId: number;
  readonly locationId: number;
  readonly platform: 'Physical' | 'Cloud';
  readonly lastModifiedMs: number;
  readonly shape: AgentShape;
};

/** One run of a definition. The vendor shows the latest only. */
export type Run = {
  readonly course: Course;
  /** Status once it is over. */
  readonly outcome: string;
  /** Status as long as it is open; null: what the course says. */
  readonly openWord: string | null;
  /** When the schedule had it begin; absent: nothing says so. */
  readonly dueMs?: number;
  /** Started on request, not by a schedule. */
  readonly isAsked?: boolean;
};

/** The part of a definition that its runs need, of any owner. */
export type RunHistory = {
  /** Oldest first; those to come among them. None: it never runs. */
  readonly runs: readonly Run[];
  readonly casing: Casing;
};

/** What the vendor calls a job of an agent. */
export type SpcDefinition = {
  readonly agent: SpcAgent;
  readonly id: string;
  readonly name: string;
  readonly shape: JobShape;
  /** Oldest first; those to come among them. None: it never runs. */
  readonly runs: readonly Run[];
  /** Of 100 ns, beyond the milliseconds of a start; only local times show them. */
  readonly ticks: number;
  /** What makes its runs; absent: they are drawn at random. */
  readonly schedule?: DefinitionCourse;
  readonly scheduleType: string;
  /** Time of the day (UTC) for which the schedule plans. */
  readonly slotMs: number;
  readonly disabled: boolean;
  readonly destination: string;
  readonly backupMode: string;
  readonly sizeBytes: number;
  readonly freeBytes: number;
  readonly restorePoints: number;
  readonly averageSeconds: number;
  readonly message: string;
  readonly siteId: string;
  readonly policy: { readonly id: number; readonly name: string | null; readonly status: string };
  readonly lastModifiedMs: number;
  /** The documented payload, until the definition is changed. */
  readonly page: typeof DOCUMENTED_JOB | null;
  readonly documented: boolean;
};

/**
 * Whether `lastRun` takes the start of a run when it starts or only when it ends. The vendor does not say; the default of
 * the simulator is the former.
 */
export type LastRunMoves = 'start' | 'end';

/** What a definition shows at one instant. */
export type DefinitionState = {
  readonly word: string;
  readonly isOpen: boolean;
  /** null: never. */
  readonly lastRunMs: number | null;
  /** Whether `lastRun` is the start of the run that the word is about. */
  readonly isStartShown: boolean;
  /** Of the newest run that is over, 0 when none is. */
  readonly lastSeconds: number;
  /** End of the newest run that is over; null when none is. */
  readonly lastEndMs: number | null;
};

const OPEN_WORDS: Readonly<Record<Phase, string>> = {
  future: 'None',
  queued: 'Starting',
  running: 'Running',
  closing: 'Stopping',
  ended: 'Success',
};

const wordOf = (run: Run | undefined, phase: Phase, casing: Casing): string => {
  if (run === undefined) return inCasing('None', casing);
  return phase === 'ended' ? run.outcome : (run.openWord ?? inCasing(OPEN_WORDS[phase], casing));
};

const secondsOf = (run: Run | undefined): number => (run === undefined ? 0 : Math.floor(run.course.durationMs / 1000));

export const stateAt = ({ runs, casing }: RunHistory, nowMs: number, moves: LastRunMoves): DefinitionState => {
  const begun = runs.filter(({ course }) => phaseOf(course, nowMs) !== 'future');
  const current = begun.at(-1);
  const phase = current === undefined ? 'future' : phaseOf(current.course, nowMs);
  const ended = phase === 'ended' ? current : begun.at(-2);
  const shown = moves === 'start' ? current : ended;
  return {
    word: wordOf(current, phase, casing),
    isOpen: current !== undefined && phase !== 'ended',
    lastRunMs: shown?.course.startMs ?? null,
    isStartShown: shown === current,
    lastSeconds: secondsOf(ended),
    lastEndMs: ended === undefined ? null : ended.course.startMs + ended.course.durationMs,
  };
};

/** The uid that a job has on the side of its agent: none of the console's, and always the same. */
export const originalIdOf = ({ siteId }: Pick<SpcDefinition, 'siteId'>): string =>
  `${siteId.slice(-8)}${siteId.slice(8, -8)}${siteId.slice(0, 8)}`;

/** Restore points: those that were there, and one for each requested run that succeeded. */
export const restorePointsAt = ({ runs, restorePoints }: SpcDefinition, nowMs: number): number =>
  restorePoints +
  runs.filter(
    ({ isAsked, outcome, course }) =>
      isAsked === true && statusOfWord(outcome) === 'succeeded' && phaseOf(course, nowMs) === 'ended',
  ).length;

export const historyOf = ({ runs, agent }: SpcDefinition): RunHistory => ({ runs, casing: agent.shape.casing });

/** v2: the end is computed, where the word says that the run is over or that the job rests: any other may mean anything. */
const computedEndMs = (
  definition: SpcDefinition,
  { isOpen, word, lastRunMs, lastSeconds }: DefinitionState,
): number | null => {
  const isOver = statusOfWord(word) !== 'unknown' || isIdleWord(word);
  const canReport = !isOpen && isOver && definition.shape.lastDuration === 'plain';
  return canReport && lastRunMs !== null ? lastRunMs + lastSeconds * 1000 : null;
};

/** v3: the end is reported. */
const reportedEndMs = (definition: SpcDefinition, { isOpen, lastEndMs }: DefinitionState): number | null =>
  isOpen || definition.shape.lastDuration === 'null' ? null : lastEndMs;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A run of unknown outcome without an end is taken to have ended a day after its start. */
const assumedEndMs = ({ isOpen, word, lastRunMs }: DefinitionState, nowMs: number): number | null => {
  if (isOpen || lastRunMs === null || statusOfWord(word) !== 'unknown') return null;
  return nowMs < lastRunMs + DAY_MS ? null : lastRunMs + DAY_MS;
};

export const describeState = (state: DefinitionState, endMs: number | null) => {
  const status = statusOfWord(state.word);
  return {
    status,
    fullStatus: status,
    nativeStatus: state.word,
    startedAt: state.isStartShown && state.lastRunMs !== null ? toInstant(state.lastRunMs) : null,
    endedAt: endMs === null ? null : toInstant(endMs),
  };
};

/** null: a definition that never ran is no job. */
export const describeDefinition = (
  definition: SpcDefinition,
  nowMs: number,
  { moves, version }: { readonly moves: LastRunMoves; readonly version: 'v2' | 'v3' },
): TruthJob | null => {
  const state = stateAt(historyOf(definition), nowMs, moves);
  if (state.lastRunMs === null) return null;
  const knownEndMs = version === 'v2' ? computedEndMs(definition, state) : reportedEndMs(definition, state);
  const endMs = knownEndMs ?? assumedEndMs(state, nowMs);
  return {
    vendor: 'veeam-spc',
    list: '',
    nativeId: definition.id,
    scope: definition.agent.id,
    kind: 'backup',
    nativeKind: null,
    ...describeState(state, endMs),
    documented: definition.documented,
  };
};
