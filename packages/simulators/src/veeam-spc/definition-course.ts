import type { PlanCourse } from '../schedule/plan-course.ts';

/** What schedules a definition, where its runs are not drawn at random. */
export type DefinitionCourse = Pick<PlanCourse, 'nextDueMs' | 'scheduleAt' | 'isEnabledAt' | 'isGoneAt'> & {
  /** From now on, as the console does it. */
  enable(isEnabled: boolean): void;
};
