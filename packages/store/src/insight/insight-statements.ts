import type { EvaluationWrite, LeaseClaim, StoredOverride, StoreInsight } from '@crossvault/core/store';
import type { Database, Engine } from '../database.ts';
import { inWrite } from '../write-transaction.ts';
import { putEvaluation, putOverride } from './put-evaluation.ts';
import { readLooks, readOverrides, scheduleVersions } from './read-schedules.ts';
import { countSubjects, nextEvaluationMs, readSubjects } from './read-subjects.ts';
import { countFindings, findingChanges, findingsOf, getFinding, listFindings } from './select-findings.ts';
import { countOccurrences, getOccurrence, listOccurrences, occurrencesOf, subjectDays } from './select-occurrences.ts';
import { changedLinks, subjectRuns } from './subject-runs.ts';

interface Parts {
  readonly db: Database;
  readonly engine: Engine;
}

/** The calls about expected runs and findings that only read. */
export function createInsightReads({ db, engine }: Parts): Omit<StoreInsight, 'putEvaluation' | 'putOverride'> {
  const look = <Result>(read: (snapshot: typeof db) => Promise<Result>) => engine.inSnapshot(db, read);
  return {
    scheduleVersions: (connection, subjects) => scheduleVersions(db, engine, connection, subjects),
    looks: (connection, fromMs) => readLooks(db, connection, fromMs),
    subjects: (filter, page) => readSubjects(db, engine, filter, page),
    nextEvaluationMs: (connection) => nextEvaluationMs(db, connection),
    countSubjects: (filter) => countSubjects(db, engine, filter),
    subjectRuns: (request) => look((own) => subjectRuns(own, engine, request)),
    changedLinks: (connection, position, limit) => look((own) => changedLinks(own, connection, position, limit)),
    occurrencesOf: (subjects, fromMs, most) => occurrencesOf(db, engine, subjects, fromMs, most),
    subjectDays: (subjects, fromMs, untilMs) => look((own) => subjectDays(own, engine, subjects, fromMs, untilMs)),
    listOccurrences: (request) => listOccurrences(db, engine, request),
    getOccurrence: (key) => getOccurrence(db, key),
    countOccurrences: (filter, fromMs, untilMs) => countOccurrences(db, engine, filter, fromMs, untilMs),
    listFindings: (request) => listFindings(db, engine, request),
    getFinding: (id) => getFinding(db, id),
    findingsOf: (connection, subjects) => findingsOf(db, engine, connection, subjects),
    countFindings: (request) => countFindings(db, engine, request),
    findingChanges: (id) => findingChanges(db, id),
    overrides: (connections, nowMs, subjects) => readOverrides(db, engine, connections, nowMs, subjects),
  };
}

/** Those that write, each in one transaction. */
export const createInsightWrites = ({ db, engine }: Parts) => ({
  putEvaluation: (write: EvaluationWrite, lease?: LeaseClaim) => putEvaluation(db, engine, write, lease),
  putOverride: (override: StoredOverride) => inWrite(db, engine, (own) => putOverride(own, engine, override)),
});
