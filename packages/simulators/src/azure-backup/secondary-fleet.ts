import { growStarts } from '../fleet/starts.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { GROWN_VAULT, SECONDARY_REGION } from './documented.ts';
import { type AzureJob, growJob, growShape } from './fleet.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What the secondary region of the grown vault shows: restores that were started there. */
export const growSecondaryFleet = ({ random, jobs, days, anchorMs }: VendorCore): AzureJob[] => {
  const shapes = random.fork('secondary-shapes');
  const fromMs = anchorMs - days * DAY_MS;
  const starts = growStarts({ random: random.fork('secondary'), count: jobs, fromMs, untilMs: anchorMs });
  return starts.map((startMs) => {
    const jobType = shapes.pick(['AzureIaaSVMJob', 'AzureWorkloadJob'] as const);
    const shape = growShape(shapes, { jobType, operation: 'CrossRegionRestore', actions: 'words', extended: 'full' });
    const drawnMs = shapes.integer(MINUTE_MS, 200 * MINUTE_MS);
    const durationMs = Math.max(1, Math.min(drawnMs, Math.floor((anchorMs - startMs) * 0.9)));
    const course = { startMs, queuedForMs: 0, closingAfterMs: null, durationMs };
    return { ...growJob(shapes, shape, course, GROWN_VAULT), region: SECONDARY_REGION };
  });
};
