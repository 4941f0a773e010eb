import type { AvepointOptions } from './avepoint/options.ts';
import { createAvepointSimulator } from './avepoint/simulator.ts';
import type { AzureBackupOptions } from './azure-backup/options.ts';
import { createAzureBackupSimulator } from './azure-backup/simulator.ts';
import { createSimulatedClock, type SimulatedClock } from './clock/clock.ts';
import { createControlServer } from './control/control.ts';
import { createRandom } from './fleet/random.ts';
import { createVendorFront } from './http/vendor-front.ts';
import type { ScheduleOptions } from './schedule/schedule-options.ts';
import type { ConnectionSettings, CreateSimulator, SimulatedVendor } from './simulated-vendor.ts';
import type { Authority, CertificateKind } from './tls/certificate.ts';
import { joinSchedules, type TruthJob, type TruthSchedule, VENDOR_IDS, type VendorId } from './truth.ts';
import type { VeeamAzureOptions } from './veeam-azure/options.ts';
import { createVeeamAzureSimulator } from './veeam-azure/simulator.ts';
import type { VeeamSpcOptions } from './veeam-spc/options.ts';
import { createVeeamSpcSimulator } from './veeam-spc/simulator.ts';

/** Every vendor's simulator and its share of the fleet. */
const SIMULATORS: Partial<Record<VendorId, { readonly share: number; readonly create: CreateSimulator }>> = {
  'azure-backup': { share: 35, create: createAzureBackupSimulator },
  'veeam-azure': { share: 30, create: createVeeamAzureSimulator },
  'veeam-spc': { share: 20, create: createVeeamSpcSimulator },
  avepoint: { share: 15, create: createAvepointSimulator },
};

export type SimulatorsOptions = {
  /** Jobs to grow over all vendors, beside the documented ones (400). */
  readonly jobs?: number;
  /** Makes the jobs by the plans, at their due times, instead of so many at random times. @default none */
  readonly schedules?: ScheduleOptions;
  /** Days before the start over which they are spread (14). */
  readonly days?: number;
  readonly seed?: number;
  /** Instant at which the clock starts; given alone, the clock stands still there. */
  readonly start?: string;
  /** Whether the clock runs; it does unless `start` is given. */
  readonly running?: boolean;
  /** Called after `POST /clock`, before that is answered: other processes may use this clock too. */
  readonly onClockMoved?: (clock: SimulatedClock) => Promise<void>;
  /** First of five ports (one a vendor, then the control port); 0: any free ones. */
  readonly portBase?: number;
  readonly vendors?: readonly VendorId[];
  /** Plants records that no real vendor sends: unknown words, unreadable values, contradictions. @default false */
  readonly oddities?: boolean;
  /** Rows on a page where the vendor alone decides. */
  readonly pageSize?: number;
  /** How the simulated console behaves, and which of its versions the connection speaks. */
  readonly veeamSpc?: VeeamSpcOptions;
  /** Which version of the appliance's interface the connection speaks. */
  readonly veeamAzure?: VeeamAzureOptions;
  /** What Azure's tenant is like. */
  readonly azureBackup?: AzureBackupOptions;
  /** Serves the vendors over https; the control port stays http. @default false */
  readonly tls?: boolean | TlsOptions;
  /** How many of the newest requests each vendor remembers. @default 2000 */
  readonly rememberedRequests?: number;
  /** What AvePoint's tenant is like. */
  readonly avepoint?: AvepointOptions;
};

export type TlsOptions = {
  /** @default 'valid' */
  readonly certificate?: CertificateKind;
  /** What single vendors show instead. */
  readonly vendors?: Readonly<Partial<Record<VendorId, CertificateKind>>>;
};

export type Simulators = {
  readonly clock: SimulatedClock;
  readonly vendors: { readonly [Id in VendorId]?: SimulatedVendor };
  /** The one of that id; throws when it was not started. */
  vendor(id: VendorId): SimulatedVendor;
  /** What signed the vendors' certificates; null: they speak plain http. */
  readonly authority: { readonly pem: string } | null;
  readonly control: { readonly url: string };
  /** Names (`x-simulate-request`) of the requests that any vendor holds: they wait for the clock, or for nothing. */
  heldRequests(): readonly string[];
  /** The jobs of all vendors that exist now. */
  truth(): TruthJob[];
  /** What was due in the plans of all vendors, and what became of it; nothing without `schedules`. */
  schedule(): TruthSchedule;
  /** The connections of crossvault.yaml, with their secrets in clear. */
  connections(): ConnectionSettings[];
  close(): Promise<void>;
};

const portAt = (base: number, index: number): number => (base === 0 ? 0 : base + index);

/** Splits by share; what rounding leaves over goes to the first. */
const split = (total: number, shares: readonly number[]): number[] => {
  const sum = shares.reduce((left, right) => left + right, 0);
  const parts = shares.map((share) => (sum === 0 ? 0 : Math.floor((total * share) / sum)));
  const rest = total - parts.reduce((left, right) => left + right, 0);
  return parts.map((part, index) => (index === 0 ? part + rest : part));
};

const isClockRunning = ({ running, start }: SimulatorsOptions): boolean => running ?? start === undefined;

/** The code that creates certificates is large, and loaded only with TLS. */
const openAuthority = async (tls: SimulatorsOptions['tls']): Promise<Authority | null> =>
  tls === undefined || tls === false ? null : (await import('./tls/authority.ts')).createAuthority();

const certificateFor = (id: VendorId, tls: SimulatorsOptions['tls']): CertificateKind =>
  typeof tls === 'object' ? (tls.vendors?.[id] ?? tls.certificate ?? 'valid') : 'valid';

const createVendors = (
  options: SimulatorsOptions,
  clock: SimulatedClock,
  authority: Authority | null,
): SimulatedVendor[] => {
  const random = createRandom(options.seed ?? 1);
  const anchorMs = clock.now();
  const chosen = VENDOR_IDS.flatMap((id, index) => {
    const simulator = SIMULATORS[id];
    const wanted = options.vendors === undefined || options.vendors.includes(id);
    return simulator !== undefined && wanted ? [{ id, index, ...simulator }] : [];
  });
  const counts = split(
    options.jobs ?? 400,
    chosen.map(({ share }) => share),
  );
  return chosen.map(({ id, index, create }, position) =>
    create({
      clock,
      anchorMs,
      random: random.fork(id),
      jobs: options.schedules === undefined ? (counts[position] ?? 0) : 0,
      days: options.days ?? 14,
      port: portAt(options.portBase ?? 0, index),
      pageSize: options.pageSize,
      oddities: options.oddities,
      schedules: options.schedules,
      ...(options.veeamSpc === undefined ? {} : { veeamSpc: options.veeamSpc }),
      veeamAzure: options.veeamAzure,
      avepoint: options.avepoint,
      azureBackup: { isBudgetEnforced: isClockRunning(options), ...options.azureBackup },
      front: createVendorFront({
        clock,
        tls: authority === null ? null : { authority, certificate: certificateFor(id, options.tls) },
        rememberedRequests: options.rememberedRequests,
      }),
    }),
  );
};

/** Starts the vendors' servers and the control port; when one cannot start, none stays. */
export const startSimulators = async (options: SimulatorsOptions = {}): Promise<Simulators> => {
  const clock = createSimulatedClock({
    ...(options.start === undefined ? {} : { start: options.start }),
    running: isClockRunning(options),
  });
  const authority = await openAuthority(options.tls);
  const vendors = createVendors(options, clock, authority);
  const control = createControlServer({
    clock,
    vendors,
    port: portAt(options.portBase ?? 0, VENDOR_IDS.length),
    onClockMoved: options.onClockMoved ?? (async () => undefined),
  });
  const servers = [...vendors, control];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  const started = await Promise.allSettled(servers.map((server) => server.start()));
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  return Object.freeze({
    clock,
    vendors: Object.fromEntries(vendors.map((vendor) => [vendor.id, vendor])),
    vendor: (id: VendorId) => vendors.find((vendor) => vendor.id === id) ?? missing(`simulator of ${id}`),
    authority: authority === null ? null : { pem: authority.pem },
    control: { url: control.url },
    heldRequests: () => vendors.flatMap((vendor) => vendor.heldRequests()),
    truth: () => vendors.flatMap((vendor) => vendor.truth()),
    schedule: () => joinSchedules(vendors.map((vendor) => vendor.schedule())),
    connections: () =>
      vendors.map(({ connection }) =>
        connection.settings((key) => connection.secrets[key] ?? missing(`secret ${key}`)),
      ),
    close,
  });
};

const missing = (what: string): never => {
  throw new Error(`there is no ${what}`);
};
