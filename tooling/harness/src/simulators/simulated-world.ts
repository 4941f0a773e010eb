import type { VendorDefinition } from '@crossvault/core';
import type { FaultInput, VendorId } from '@crossvault/simulators';
import type { ConnectorWorld, Fault, WorldRequest } from '@crossvault/testkit';
import { connectSimulator } from './connect-simulator.ts';
import { type OpenOptions, type OpenSimulator, openSimulator } from './open-simulator.ts';

/** A simulator as the published suites see a vendor. */
export interface SimulatedWorld extends OpenSimulator, ConnectorWorld {
  readonly connector: OpenSimulator['connector'];
}

/** Long enough for the longest job of a fleet. */
const everyJobHasEndedMs = 3 * 86_400_000;

/** Opens simulators of a vendor as a suite asks for them, on top of these options. */
export function openSimulatedWorld<Config>(
  vendorId: VendorId,
  definition: VendorDefinition<Config>,
  base: OpenOptions,
): (request: WorldRequest) => Promise<SimulatedWorld> {
  return async ({ jobs, pageSize, wrapFetch }) => {
    const wrapped = wrapFetch?.((request): Promise<Response> => opened.world.fetch(request));
    const opened: OpenSimulator = await openSimulator(vendorId, definition, {
      ...base,
      ...(jobs === undefined ? {} : { jobs }),
      ...(pageSize === undefined ? {} : { pageSize }),
      connect: { ...base.connect, ...(wrapped === undefined ? {} : { fetch: wrapped }) },
    });
    return toWorld(definition, opened, base.settings ?? {});
  };
}

function toWorld<Config>(
  definition: VendorDefinition<Config>,
  opened: OpenSimulator,
  settings: NonNullable<OpenOptions['settings']>,
): SimulatedWorld {
  const { simulators, vendor, world } = opened;
  const { secrets } = vendor.connection;
  const wrong = Object.fromEntries(Object.keys(secrets).map((key) => [key, 'wr0ng-s3cret']));
  return {
    ...opened,
    connection: vendor.connection.name,
    clock: { ...world.clock, move: simulators.clock.move },
    fetch: world.fetch,
    get requests() {
      return vendor.requests;
    },
    faults: {
      script: (rules) => vendor.faults.script(rules.map(({ on, fault }) => ({ on: { ...on }, fault: toInput(fault) }))),
      get done() {
        return vendor.faults.done;
      },
      get askedTooEarly() {
        return vendor.faults.askedTooEarly;
      },
    },
    secrets: [...Object.values(secrets), vendor.tokens.valid].filter((secret) => secret !== ''),
    connect: ({ wrongSecret = false, ...change }) =>
      connectSimulator(definition, simulators, vendor, {
        ...change,
        ...(wrongSecret ? { secrets: wrong } : {}),
        settings,
      }),
    truth: () => vendor.truth(),
    changeJob: (nativeId, merge) => vendor.changeJob(nativeId, { merge }),
    showRecord(raw) {
      vendor.addJob({ raw });
      return null;
    },
    expireTokens: () => vendor.expireToken(),
    renewsTokens: !('token' in secrets),
    endRunningJobs: () => simulators.clock.move(everyJobHasEndedMs),
    stop: () => vendor.stop(),
    start: () => vendor.start(),
  };
}

const toInput = (fault: Fault): FaultInput =>
  fault.kind === 'forbidden-fields' ? { ...fault, fields: [...fault.fields] } : fault;
