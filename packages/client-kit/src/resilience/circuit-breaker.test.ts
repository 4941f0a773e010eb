import { createManualClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { type CircuitPermit, createCircuit } from './circuit-breaker.ts';

function opened() {
  const clock = createManualClock();
  const circuit = createCircuit({ clock, failures: 3, openMs: 1000, longestMs: 3000 });
  const enter = (): CircuitPermit => {
    const permit = circuit.enter();
    if (permit === null) throw new Error('The circuit refused a request.');
    return permit;
  };
  const old = enter();
  for (let at = 0; at < 3; at += 1) enter().settle('failure');
  return { clock, circuit, enter, old };
}

test('it opens after so many failures in a row, and not before', () => {
  const circuit = createCircuit({ clock: createManualClock(), failures: 3 });
  for (const outcome of ['failure', 'failure', 'success', 'failure', 'failure', 'given-up'] as const) {
    circuit.enter()?.settle(outcome);
  }
  expect(circuit.state).toBe('closed');
  circuit.enter()?.settle('failure');
  expect(circuit.state).toBe('open');
});

test('while it is open no request enters, and it says for how long', async () => {
  const { clock, circuit } = opened();
  expect(circuit.enter()).toBeNull();
  expect(circuit.waitMs).toBe(1000);
  await clock.move(400);
  expect(circuit.waitMs).toBe(600);
});

test('afterwards one trial enters; its success closes the circuit', async () => {
  const { clock, circuit, enter } = opened();
  await clock.move(1000);
  expect([circuit.state, circuit.waitMs]).toEqual(['half-open', 0]);
  const trial = enter();
  expect(circuit.enter()).toBeNull();
  trial.settle('success');
  expect(circuit.state).toBe('closed');
  enter();
  enter();
});

test('a trial that fails opens it for twice as long, up to a limit', async () => {
  const { clock, circuit, enter } = opened();
  for (const openMs of [2000, 3000, 3000]) {
    await clock.move(circuit.waitMs);
    enter().settle('failure');
    expect(circuit.waitMs).toBe(openMs);
  }
});

test('a trial that was cancelled leaves its place to the next', async () => {
  const { clock, circuit, enter } = opened();
  await clock.move(1000);
  enter().settle('given-up');
  expect(circuit.enter()).not.toBeNull();
});

test.each(['given-up', 'failure'] as const)(
  'an older request that ends as %s admits no second trial and does not open it again',
  async (outcome) => {
    const { clock, circuit, enter, old } = opened();
    await clock.move(1000);
    enter();
    old.settle(outcome);
    expect(circuit.state).toBe('half-open');
    expect(circuit.enter()).toBeNull();
  },
);

test('requests that were in progress when it opened do not keep it open longer', () => {
  const { circuit, old } = opened();
  old.settle('failure');
  expect(circuit.waitMs).toBe(1000);
});

test.each([86_400_000, -86_400_000])('a wall clock that is set by %i ms changes nothing', async (shiftMs) => {
  const { clock, circuit } = opened();
  clock.shiftWall(shiftMs);
  expect([circuit.state, circuit.waitMs]).toEqual(['open', 1000]);
  await clock.move(1000);
  expect(circuit.enter()).not.toBeNull();
});
