export type { VaultAddress } from '../client/job-source.ts';
export {
  explainJob,
  mapJob,
  mapOperation,
  mapPlan,
  mapProtectedItem,
  type VaultJobOptions,
  type VaultPayloadOptions,
} from './map-payload.ts';
