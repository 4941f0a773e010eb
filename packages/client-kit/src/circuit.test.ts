import { createManualClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createCircuit } from './circuit.ts';

function opened() {
  const clock = createManualClock();
  const circuit = createCircuit({ clock, failures: 3, openMs: 1000, longestMs: 3000 });
  const fail = (times: number) => {
    for (let at = 0; at < times; at += 1) {
      circuit.enter();
      circuit.settle('failure');
    }
  };
  fail(3);
  return { clock, circuit, fail };
}

test('it opens after so many failures in a row, and not before', () => {
  const circuit = createCircuit({ clock: createManualClock(), failures: 3 });
  for (const outcome of ['failure', 'failure', 'success', 'failure', 'failure', 'given-up'] as const) {
    expect(circuit.enter()).toBe(true);
    circuit.settle(outcome);
  }
  expect(circuit.state).toBe('closed');
  circuit.settle('failure');
  expect(circuit.state).toBe('open');
});

test('while it is open nobody enters, and it says until when', () => {
  const { clock, circuit } = opened();
  expect(circuit.enter()).toBe(false);
  expect(circuit.openUntilMs).toBe(clock.now() + 1000);
});

test('afterwards one trial enters; its success closes the circuit', async () => {
  const { clock, circuit } = opened();
  await clock.move(1000);
  expect(circuit.state).toBe('half-open');
  expect([circuit.enter(), circuit.enter()]).toEqual([true, false]);
  circuit.settle('success');
  expect(circuit.state).toBe('closed');
  expect([circuit.enter(), circuit.enter()]).toEqual([true, true]);
});

test('a trial that fails opens it for twice as long, up to a limit', async () => {
  const { clock, circuit, fail } = opened();
  for (const openMs of [2000, 3000, 3000]) {
    await clock.move((circuit.openUntilMs ?? 0) - clock.now());
    fail(1);
    expect((circuit.openUntilMs ?? 0) - clock.now()).toBe(openMs);
  }
});

test('a trial that was given up leaves its place to the next', async () => {
  const { clock, circuit } = opened();
  await clock.move(1000);
  circuit.enter();
  circuit.settle('given-up');
  expect(circuit.enter()).toBe(true);
});

test('requests that were under way when it opened do not keep it open longer', () => {
  const { clock, circuit } = opened();
  circuit.settle('failure');
  expect(circuit.openUntilMs).toBe(clock.now() + 1000);
});
