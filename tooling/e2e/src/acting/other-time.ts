import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

/**
 * Loaded before the real command: the process's time begins at an instant and runs so many times faster than that of the
 * machine. What the command does is untouched.
 */
const speed = Number(process.env['CROSSVAULT_E2E_SPEED'] ?? 1);
const startedMs = Number(process.env['CROSSVAULT_E2E_START'] ?? Date.now());

const machineMs = performance.now.bind(performance);
const originMs = machineMs();
const passedMs = (): number => (machineMs() - originMs) * speed;
const wait = timers.setTimeout;
const callLater = globalThis.setTimeout;

Date.now = () => Math.floor(startedMs + passedMs());
performance.now = () => originMs + passedMs();
Object.assign(timers, {
  setTimeout: <Value>(milliseconds = 0, value?: Value, options?: Parameters<typeof wait>[2]) =>
    wait(milliseconds / speed, value, options),
});
Object.assign(globalThis, {
  setTimeout: (callback: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) =>
    callLater(callback, milliseconds / speed, ...given),
});
syncBuiltinESMExports();
