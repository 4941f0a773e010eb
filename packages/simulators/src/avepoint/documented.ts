import type { Course } from '../fleet/course.ts';

/** From "Retrieve Job Details", verbatim but for the page's comments, which JSON does not allow. */
export const DOCUMENTED_JOB = {
  id: 'FB20241015105312327583',
  state: 'Finished',
  startTime: '2024-12-02T07:52:25Z',
  finishTime: '2024-12-02T07:53:04Z',
  duration: '0.011',
  backupDetails: {
    totalNumber: 16,
    failedNumber: 0,
    successfulNumber: 14,
    skippedNumber: 2,
  },
  jobErrors: [],
} as const;

export const DOCUMENTED_COURSE: Course = {
  startMs: Date.parse(DOCUMENTED_JOB.startTime),
  queuedForMs: 0,
  closingAfterMs: null,
  durationMs: Date.parse(DOCUMENTED_JOB.finishTime) - Date.parse(DOCUMENTED_JOB.startTime),
};
