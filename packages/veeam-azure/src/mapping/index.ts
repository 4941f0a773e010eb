export type { ItemSort, PolicySort } from '../versions.ts';
export {
  explainJob,
  mapJob,
  mapOperation,
  mapPlan,
  mapProtectedItem,
  type PolicyOptions,
  type ProtectedItemOptions,
  type SessionOptions,
} from './map-payload.ts';
