export { type BackupJobOptions, explainJob, mapJob, mapPlan, type ServiceOptions } from './map-payload.ts';
