export {
  type DefinitionOptions,
  type DefinitionOwner,
  explainJob,
  mapCloudPolicy,
  mapJob,
  mapPlan,
  type PlanOptions,
} from './map-payload.ts';
