export { createSimulatedClock, type SimulatedClock } from './clock.ts';
export type { JobFields } from './course.ts';
export { type AddJobInput, type JobChange, UnknownJobError } from './job-shelf.ts';
export { createRandom, type Random } from './random.ts';
export type { ConnectionSettings, SimulatedConnection, SimulatedVendor, VendorCore } from './simulated-vendor.ts';
export { type Simulators, type SimulatorsOptions, startSimulators } from './simulators.ts';
export { type TruthJob, type TruthKind, type TruthStatus, VENDOR_IDS, type VendorId } from './truth.ts';
export { PortTakenError, type RequestRecord } from './vendor-server.ts';
export { writeConfiguration } from './write-configuration.ts';
