import { isDeepStrictEqual } from 'node:util';
import {
  type Acknowledgement,
  type Finding,
  type FindingChange,
  type FindingChangeKind,
  findingIdOf,
  isTrue,
  type Silence,
} from './finding.ts';
import type { Sign } from './sign.ts';

const dayMs = 24 * 3_600_000;
const flappingTurns = 4;

/** What a turn of a finding depends on besides its sign. */
export interface TurnFacts {
  readonly nowMs: number;
  /** Of this finding, oldest first. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** What silences this finding now. */
  readonly silence: Silence | null;
  /** Whether its source, or the rule, is evaluated for the first time. */
  readonly isFirst: boolean;
  /** From how many bad occurrences in a row on a failure is one that repeats. */
  readonly repeatedAt: number;
}

/** A finding after a turn, and what changed. */
export interface Turn {
  readonly finding: Finding;
  readonly changes: readonly FindingChange[];
}

/** Steps of a turn, each a change of the finding and what is said of it. */
type Step = (finding: Finding, facts: TurnFacts, note: Note) => Finding;
type Note = (kind: FindingChangeKind, isAnnounced: boolean) => void;

/** What a sign makes of a finding; null: there is none, and none begins. Without a change the finding is the same object. */
export function turnFinding(before: Finding | null, sign: Sign, facts: TurnFacts): Turn | null {
  if (before === null && sign.holds !== 'yes') return null;
  const noted: { readonly kind: FindingChangeKind; readonly isAnnounced: boolean }[] = [];
  const note: Note = (kind, isAnnounced) => noted.push({ kind, isAnnounced });
  const start = { ...(before ?? emptyOf(sign, facts)), silence: facts.silence };
  let after = followSign(start, sign, facts, note);
  for (const step of steps) after = step(after, facts, note);
  if (before !== null && isDeepStrictEqual(before, after)) return { finding: before, changes: [] };
  const { id, isInitial } = after;
  const changes = noted.map(
    ({ kind, isAnnounced }, index): FindingChange => ({
      findingId: id,
      revision: start.revision + index + 1,
      kind,
      atMs: facts.nowMs,
      isAnnounced,
      isInitial: isInitial && kind === 'opened',
    }),
  );
  return { finding: { ...after, revision: start.revision + noted.length }, changes };
}

/** A finding that has not opened yet. */
const emptyOf = ({ cause, subjectId }: Sign, { nowMs }: TurnFacts): Finding => ({
  id: findingIdOf(cause, subjectId),
  cause,
  kind: cause,
  subjectId,
  state: 'retired',
  sinceMs: null,
  openedMs: nowMs,
  turnedMs: nowMs,
  turnsMs: [],
  streak: 0,
  evidence: [],
  isInitial: false,
  isFlapping: false,
  isAnnounced: false,
  acknowledgement: null,
  silence: null,
  revision: 0,
});

function followSign(finding: Finding, sign: Sign, facts: TurnFacts, note: Note): Finding {
  switch (sign.holds) {
    case 'not-known':
      return finding;
    case 'yes':
      return isTrue(finding) ? grow(finding, sign, facts, note) : open(finding, sign, facts, note);
    case 'no':
      return isTrue(finding) ? resolve(finding, facts, note) : finding;
    case 'moot':
      return isTrue(finding) ? retire(finding, facts, note) : finding;
  }
}

const withSign = (finding: Finding, { sinceMs, streak, evidence }: Sign): Finding => ({
  ...finding,
  sinceMs,
  streak,
  evidence,
});

const isRepeated = ({ cause, streak }: Sign, { repeatedAt }: TurnFacts): boolean =>
  cause === 'failed' && streak >= repeatedAt;

function grow(finding: Finding, sign: Sign, facts: TurnFacts, note: Note): Finding {
  const grown = withSign(finding, sign);
  if (finding.kind === 'failed-repeatedly' || !isRepeated(sign, facts)) return grown;
  note('grew', finding.state === 'open' && finding.isAnnounced && canAnnounce(finding, facts));
  return { ...grown, kind: 'failed-repeatedly' };
}

/** What was resolved less than a day ago continues its episode, and keeps its acknowledgement. */
function open(finding: Finding, sign: Sign, facts: TurnFacts, note: Note): Finding {
  const { nowMs, isFirst } = facts;
  const isReopened = finding.state === 'resolved' && nowMs - finding.turnedMs < dayMs;
  const opened: Finding = {
    ...withSign(turned(finding, nowMs), sign),
    state: 'open',
    kind: isRepeated(sign, facts) ? 'failed-repeatedly' : sign.cause,
    openedMs: isReopened ? finding.openedMs : nowMs,
    isInitial: isFirst,
  };
  const isHandled = activeAcknowledgement(opened, facts) !== null;
  const isAnnounced = canAnnounce(opened, facts) && !isHandled;
  note(isReopened ? 'reopened' : 'opened', isAnnounced);
  return { ...opened, isAnnounced: finding.isAnnounced || isAnnounced };
}

function resolve(finding: Finding, facts: TurnFacts, note: Note): Finding {
  const resolved: Finding = { ...turned(finding, facts.nowMs), state: 'resolved', acknowledgement: null };
  // The recovery of an alarm is never held back by a silence: the operator waits for it.
  const isAnnounced = finding.isAnnounced && (facts.silence !== null || canAnnounce(resolved, facts));
  note('resolved', isAnnounced);
  return { ...resolved, isAnnounced: finding.isAnnounced && !isAnnounced };
}

function retire(finding: Finding, { nowMs }: TurnFacts, note: Note): Finding {
  note('retired', finding.isAnnounced);
  return {
    ...finding,
    state: 'retired',
    turnedMs: nowMs,
    turnsMs: [],
    isFlapping: false,
    isAnnounced: false,
    acknowledgement: null,
  };
}

const recentTurns = (turnsMs: readonly number[], nowMs: number): readonly number[] =>
  turnsMs.filter((atMs) => nowMs - atMs < dayMs);

const turned = (finding: Finding, nowMs: number): Finding => ({
  ...finding,
  turnedMs: nowMs,
  turnsMs: [...recentTurns(finding.turnsMs, nowMs), nowMs],
});

const isUnsteady = ({ turnsMs }: Finding, { nowMs }: TurnFacts): boolean =>
  recentTurns(turnsMs, nowMs).length >= flappingTurns;

const canAnnounce = (finding: Finding, facts: TurnFacts): boolean =>
  facts.silence === null && !isUnsteady(finding, facts);

/** Four turns in a day are flapping: one message says so, and one that it has ended. */
const followFlapping: Step = (finding, facts, note) => {
  const isFlapping = isUnsteady(finding, facts);
  if (isFlapping === finding.isFlapping) return finding;
  const isHeard = facts.silence === null && activeAcknowledgement(finding, facts) === null;
  const isOver = !isFlapping && !isTrue(finding);
  note(isFlapping ? 'flapping' : 'flapping-ended', isOver ? finding.isAnnounced : isHeard);
  return { ...finding, isFlapping, isAnnounced: !isOver && (finding.isAnnounced || isHeard) };
};

/** The newest acknowledgement of this episode that has not ended. */
const activeAcknowledgement = ({ openedMs }: Finding, { acknowledgements, nowMs }: TurnFacts): Acknowledgement | null =>
  acknowledgements.findLast(
    ({ atMs, untilMs }) => atMs >= openedMs && atMs <= nowMs && (untilMs === null || untilMs > nowMs),
  ) ?? null;

const followAcknowledgement: Step = (finding, facts, note) => {
  if (!isTrue(finding)) return finding;
  const acknowledgement = activeAcknowledgement(finding, facts);
  const isBefore = finding.state === 'acknowledged';
  if (acknowledgement === null && !isBefore) return finding;
  if (acknowledgement !== null) {
    if (!isBefore) note('acknowledged', finding.isAnnounced);
    return { ...finding, state: 'acknowledged', acknowledgement };
  }
  const isAnnounced = canAnnounce(finding, facts);
  note('acknowledgement-ended', isAnnounced);
  return { ...finding, state: 'open', acknowledgement, isAnnounced: finding.isAnnounced || isAnnounced };
};

/** What opened in silence and outlasts it is announced then; what was announced before is not announced again. */
const followSilence: Step = (finding, facts, note) => {
  if (finding.state !== 'open' || finding.isAnnounced || !canAnnounce(finding, facts)) return finding;
  note('announced', true);
  return { ...finding, isAnnounced: true };
};

const steps: readonly Step[] = [followAcknowledgement, followFlapping, followSilence];
