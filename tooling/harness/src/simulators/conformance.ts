import type { VendorDefinition } from '@crossvault/core';
import type { VendorId } from '@crossvault/simulators';
import {
  describeActing as describeActions,
  describeFaults,
  describeHiddenFields,
  describeReading,
  describeSingleJobs,
  describeTrouble,
  type FaultKind,
  type OfferedActions,
  type ActingCase as OfferedCase,
  type OptionalPayloads,
} from '@crossvault/testkit';
import { describeSockets } from './conformance-sockets.ts';
import { type OpenOptions, openSimulator } from './open-simulator.ts';
import { openSimulatedWorld, type SimulatedWorld } from './simulated-world.ts';

/** What the suite has to know of a vendor: which of its fields to spoil, and with what. */
export interface ConformanceOptions<Config> extends OptionalPayloads {
  readonly definition: VendorDefinition<Config>;
  /** Laid over a job's payload: its duration becomes unreadable. */
  readonly unreadableDuration: Readonly<Record<string, unknown>>;
  /** Laid over a job's payload: its status becomes a word that the vendor never documented. */
  readonly inventedStatus: { readonly word: string; readonly merge: Readonly<Record<string, unknown>> };
  /** A record without any id of its own. */
  readonly recordWithoutId: unknown;
  /** Faults that this vendor's answers have nothing for, such as links where there are none. @default none */
  readonly strangeFaults?: readonly FaultKind[];
  /** One of several ways in which the vendor is spoken to, such as a version, and what it takes to open it. */
  readonly variant?: { readonly name: string; readonly open: OpenOptions };
}

const start = '2026-03-02T12:00:00.000Z';

/** The published suite over a vendor's simulator, and what needs sockets. */
export function describeConformance<Config>(vendorId: VendorId, options: ConformanceOptions<Config>): void {
  const { definition, variant } = options;
  const title = variant === undefined ? definition.title : `${definition.title} ${variant.name}`;
  const base: OpenOptions = { seed: 11, start, days: 10, ...variant?.open };
  const open = openSimulatedWorld(vendorId, definition, base);

  describeFaults({ title, open, strange: options.strangeFaults ?? [] });
  describeHiddenFields(title, open, { status: options.inventedStatus.merge, duration: options.unreadableDuration });
  describeSockets(title, (wanted) => openSimulator(vendorId, definition, { ...base, ...wanted }));
  describeReading({ title, vendor: definition.id, open, jobs: 400 });
  describeSingleJobs({ title, open, inventedStatus: options.inventedStatus });
  describeTrouble({
    ...options,
    title,
    open,
    unreadable: options.unreadableDuration,
  });
}

/** One change, of something that is there when the simulator has just been opened. */
export type ActingCase = OfferedCase<SimulatedWorld>;

export interface ActingConformanceOptions<Config> extends OfferedActions<SimulatedWorld> {
  readonly definition: VendorDefinition<Config>;
  readonly open?: OpenOptions;
  /** Beside the definition's title. */
  readonly variant?: string;
}

/** What every change of a vendor has to do, against its simulator. */
export function describeActing<Config>(vendorId: VendorId, options: ActingConformanceOptions<Config>): void {
  const { definition, variant, open, ...offered } = options;
  describeActions({
    ...offered,
    title: variant === undefined ? definition.title : `${definition.title} ${variant}`,
    open: openSimulatedWorld(vendorId, definition, { jobs: 4, start, ...open }),
  });
}
