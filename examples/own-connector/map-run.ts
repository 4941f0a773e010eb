import {
  asRead,
  defineJobMapper,
  isJsonObject,
  notReported,
  readInstant,
  readText,
  readWord,
  tolerant,
} from '@crossvault/core';
import { z } from 'zod';
import { kindWords, readErrors, statusWords } from './words.ts';

const text = tolerant(z.string());
const runWire = z.object({ run: text, task: text, outcome: text, began: text, finished: text, note: text });

/** The mapping: one rule a field, which also explains the field. */
export const runMapper = defineJobMapper<{ readonly id: string; readonly run: z.output<typeof runWire> }>({
  vendor: 'coldstore',
  version: 1,
  durationToleranceSeconds: 1,
  parse(raw) {
    const answer = raw.get ?? raw.list;
    if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
    const run = runWire.parse(answer);
    const id = run.run;
    if (typeof id !== 'string' || id === '') return { kind: 'rejected', nativeId: null, reason: 'no-readable-id' };
    return { kind: 'input', input: { id, run }, key: [id] };
  },
  rules: {
    nativeId: { from: ['run'], rule: 'Takes the id.', read: ({ id }) => asRead(id) },
    kind: { from: ['task'], rule: 'By the table.', read: ({ run }) => readWord(run.task, kindWords.lookup, 'other') },
    nativeKind: { from: ['task'], rule: 'Takes the word.', read: ({ run }) => readText(run.task) },
    status: {
      from: ['outcome'],
      rule: 'By the table.',
      read: ({ run }) => readWord(run.outcome, statusWords.lookup, 'unknown'),
    },
    nativeStatus: { from: ['outcome'], rule: 'Takes the word.', read: ({ run }) => readText(run.outcome) },
    startedAt: { from: ['began'], rule: 'Reads the start.', read: ({ run }) => readInstant(run.began) },
    endedAt: { from: ['finished'], rule: 'Reads the end.', read: ({ run }) => readInstant(run.finished) },
    errors: { from: ['note'], rule: 'Takes the text as the one error.', read: ({ run }) => readErrors(run.note) },
    trigger: notReported('unknown'),
    target: notReported(null),
    plan: notReported(null),
    durationSeconds: notReported(null),
    progressPercent: notReported(null),
    sizeBytes: notReported(null),
    transferredBytes: notReported(null),
    counts: notReported(null),
    tasks: notReported([]),
    actions: notReported([]),
    details: notReported({}),
    links: notReported({}),
  },
});
