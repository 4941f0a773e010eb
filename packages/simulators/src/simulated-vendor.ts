import type { AvepointOptions } from './avepoint/options.ts';
import type { AzureBackupOptions } from './azure-backup/options.ts';
import type { SimulatedClock } from './clock/clock.ts';
import type { Faults } from './faults/faults.ts';
import type { AddJobInput, JobChange } from './fleet/job-table.ts';
import type { Random } from './fleet/random.ts';
import type { RequestRecord } from './http/request-log.ts';
import type { VendorFront } from './http/vendor-front.ts';
import type { EventInput } from './schedule/event.ts';
import type { ScheduleOptions } from './schedule/schedule-options.ts';
import type { CertificateKind } from './tls/certificate.ts';
import type { TruthJob, TruthSchedule, VendorId } from './truth.ts';
import type { VeeamAzureOptions } from './veeam-azure/options.ts';
import type { VeeamSpcOptions } from './veeam-spc/options.ts';

/** What every vendor's simulator is created with. */
export type VendorCore = {
  readonly clock: SimulatedClock;
  /** The vendor's own stream: what it draws changes nothing for the others. */
  readonly random: Random;
  /** How many jobs to grow beside the documented ones. */
  readonly jobs: number;
  /** Over how many days before the anchor they are spread. */
  readonly days: number;
  /** The simulated instant at which the fleet was grown, the same for all vendors. */
  readonly anchorMs: number;
  /** 0: any free port. */
  readonly port: number;
  /** Rows on a page where the vendor alone decides; undefined: as many as the vendor would send. */
  readonly pageSize: number | undefined;
  /** Whether the vendor also sends what no real one does: unknown words, unreadable values, contradictions. @default false */
  readonly oddities?: boolean | undefined;
  /** Plans that make the jobs; undefined: jobs start at random times, whatever the plans say. */
  readonly schedules?: ScheduleOptions | undefined;
  /** How the console behaves, for its own simulator. */
  readonly veeamSpc?: VeeamSpcOptions;
  /** Address and credentials of the appliance. */
  readonly veeamAzure?: VeeamAzureOptions | undefined;
  /** What AvePoint's tenant is like; undefined: the usual one. */
  readonly avepoint?: AvepointOptions | undefined;
  /** What Azure's tenant is like; undefined: the usual one. */
  readonly azureBackup?: AzureBackupOptions | undefined;
  /** What the vendor's server puts before its routes; absent: nothing, and plain http. */
  readonly front?: VendorFront;
};

/** One entry under `connections:` of crossvault.yaml. */
export type ConnectionSettings = { readonly name: string; readonly vendor: VendorId } & Readonly<
  Record<string, unknown>
>;

export type SimulatedConnection = {
  readonly name: string;
  /** Secrets by the key that `settings` asks for, in clear. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What `tls.ca` of the settings has to hold; absent: plain http. */
  readonly authority?: { readonly pem: string };
  /** The entry; wherever a secret belongs it has what `secret(key)` gives: the value, or a reference to it. */
  settings(secret: (key: string) => string): ConnectionSettings;
};

export type SimulatedVendor = {
  readonly id: VendorId;
  readonly url: string;
  readonly running: boolean;
  readonly requests: readonly RequestRecord[];
  /** How many requests there have been, remembered or not. */
  readonly requestCount: number;
  /** What is done to its requests before it sees them, or to its answers. */
  readonly faults: Faults;
  /** Names (`x-simulate-request`) of the requests that wait for nothing but the clock, or for nothing at all. */
  heldRequests(): readonly string[];
  /** What its server shows; null: it speaks plain http. */
  readonly certificate: CertificateKind | null;
  /** New handshakes see the new one. Throws RangeError where plain http is spoken. */
  useCertificate(kind: CertificateKind): Promise<void>;
  readonly connection: SimulatedConnection;
  /** A bearer token that the vendor takes, and one that it knows as expired. */
  readonly tokens: { readonly valid: string; readonly expired: string };
  acceptToken(token: string): void;
  /** Without an argument: every token that is valid now. */
  expireToken(token?: string): void;
  /** The jobs that exist now. */
  truth(): TruthJob[];
  /** What was due and what became of it; nothing where jobs start at random times. */
  schedule(): TruthSchedule;
  /** Plants an event into its plans, or into its availability. Throws RangeError. */
  plant(event: EventInput): void;
  /** Gives the new job's native id; a raw payload without a readable id gets one that only `changeJob` understands. */
  addJob(input?: AddJobInput): string;
  /** Throws UnknownJobError. */
  changeJob(nativeId: string, change: JobChange): void;
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type CreateSimulator = (core: VendorCore) => SimulatedVendor;
