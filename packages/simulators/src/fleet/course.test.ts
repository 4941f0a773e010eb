import { expect, test } from 'vitest';
import { type Course, changeCourse, courseOfAdded, endMsOf, phaseOf } from './course.ts';

const course: Course = { startMs: 1000, queuedForMs: 100, closingAfterMs: 800, durationMs: 1000 };

test.each([
  [999, 'future', null],
  [1000, 'queued', null],
  [1100, 'running', null],
  [1799, 'running', null],
  [1800, 'closing', null],
  [2000, 'ended', 2000],
] as const)('at %i the job is %s', (now, phase, end) => {
  expect(phaseOf(course, now)).toBe(phase);
  expect(endMsOf(course, now)).toBe(end);
});

test('an added job without a status starts now and ends by itself', () => {
  const added = courseOfAdded({}, 5000);
  expect(phaseOf(added, 5000)).toBe('running');
  expect(phaseOf(added, 5000 + 600_000)).toBe('ended');
});

test('an added job with an open status stays open however far the clock moves', () => {
  expect(phaseOf(courseOfAdded({ status: 'running' }, 0), 1e15)).toBe('running');
  expect(phaseOf(courseOfAdded({ status: 'queued' }, 0), 1e15)).toBe('queued');
  expect(phaseOf(courseOfAdded({ status: 'cancelling' }, 0), 1e15)).toBe('closing');
});

test('an added job with an ended status is over at once', () => {
  expect(phaseOf(courseOfAdded({ status: 'failed' }, 5000), 5000)).toBe('ended');
  expect(
    courseOfAdded({ status: 'failed', startedAt: '1970-01-01T00:00:00Z', durationSeconds: 3 }, 9000),
  ).toMatchObject({ startMs: 0, durationMs: 3000 });
});

test('an ended status ends an open job now and leaves the end of an ended one alone', () => {
  expect(endMsOf(changeCourse(course, { status: 'failed' }, 1500), 1500)).toBe(1500);
  expect(endMsOf(changeCourse(course, { status: 'failed' }, 9000), 9000)).toBe(2000);
});

test('an open status opens an ended job again', () => {
  expect(phaseOf(changeCourse(course, { status: 'running' }, 9000), 99_000)).toBe('running');
});

test('fields that say nothing about time leave the course as it is', () => {
  expect(changeCourse(course, { target: 'vm-1' }, 1500)).toEqual(course);
});
