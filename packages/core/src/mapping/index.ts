export { hasEnded, isSuccessfulRun, spanSeconds } from './derived-fields.ts';
export { type Explanation, explanationSchema, type FieldExplanation } from './explanation.ts';
export { type ItemField, type ItemRules, mapItem } from './item-mapper.ts';
export {
  defineJobMapper,
  type JobMapper,
  type JobMapperDefinition,
  type MapResult,
  type ParsedAnswers,
} from './job-mapper.ts';
export {
  createPayloadMapper,
  type JobPayloadOptions,
  type MappedItem,
  type MappedJob,
  type MappedPlan,
  type PayloadContext,
  type PayloadMapper,
  type PayloadOptions,
  type RejectedPayload,
  toRejectedPayload,
} from './map-payload.ts';
export { mapPlan, type PlanField, type PlanOrigin, type PlanRules } from './plan-mapper.ts';
export {
  asRead,
  combine,
  computed,
  inferred,
  missing,
  type Reading,
  readCount,
  readDuration,
  readInstant,
  readPercent,
  readSize,
  readText,
  readWire,
  readWord,
  unreadable,
  unsupported,
} from './reading.ts';
export { derivedFromJobs, type JobRules, type MappedField, notReported, type Rule } from './rule-table.ts';
export {
  joinScheduleParts,
  type SchedulePart,
  toMonth,
  toTimeOfDay,
  toWeekday,
  workdays,
} from './schedule-words.ts';
