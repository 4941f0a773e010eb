export { type AppCertificate, createAppCertificate } from './avepoint/app-certificate.ts';
export type { AvepointOptions } from './avepoint/options.ts';
export type { AzureBackupOptions } from './azure-backup/options.ts';
export { createSimulatedClock, type SimulatedClock } from './clock/clock.ts';
export { writeConfiguration } from './command/write-configuration.ts';
export { FAULT_KINDS, type Fault, type FaultInput, type FaultKind } from './faults/fault.ts';
export type { RandomInput } from './faults/fault-plan.ts';
export type { DoneFault, Faults } from './faults/faults.ts';
export { REQUEST_NAME_HEADER } from './faults/held-requests.ts';
export { WAIT_NUMBER_HEADER } from './faults/throttle.ts';
export type { VendorShapes } from './faults/vendor-shapes.ts';
export type { JobFields } from './fleet/course.ts';
export { type AddJobInput, type JobChange, type RawChange, UnknownJobError } from './fleet/job-table.ts';
export { createRandom, type Random } from './fleet/random.ts';
export { PortTakenError } from './http/loopback-server.ts';
export type { RequestRecord } from './http/request-log.ts';
export type { EventInput, PlantedEvent, PlantedTarget, RunEvent } from './schedule/event.ts';
export type { PlanWish } from './schedule/plan.ts';
export type { RuleDays, ScheduleRule, Track, Weekday } from './schedule/rule.ts';
export type { ScheduleOptions } from './schedule/schedule-options.ts';
export type { ConnectionSettings, SimulatedConnection, SimulatedVendor } from './simulated-vendor.ts';
export { type Simulators, type SimulatorsOptions, startSimulators, type TlsOptions } from './simulators.ts';
export { CERTIFICATE_KINDS, type CertificateKind } from './tls/certificate.ts';
export {
  type TruthEvent,
  type TruthJob,
  type TruthKind,
  type TruthOccurrence,
  type TruthOutcome,
  type TruthSchedule,
  type TruthStatus,
  VENDOR_IDS,
  type VendorId,
} from './truth.ts';
export type { Appliance, ApplianceState, OperationCourse } from './veeam-azure/appliance.ts';
export type { VeeamAzureOptions } from './veeam-azure/options.ts';
export { veeamApplianceOf } from './veeam-azure/simulator.ts';
export type { ProductVersion } from './veeam-azure/versions.ts';
export type { LastRunMoves } from './veeam-spc/definition.ts';
export type { VeeamSpcOptions } from './veeam-spc/options.ts';
