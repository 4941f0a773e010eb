import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualInsightSettings } from '@crossvault/engine';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfiguration } from '../index.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'insight-settings-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const connection = `connections:
  - name: m365
    vendor: avepoint
    region: us
    credential: { type: token, token: '\${AVEPOINT_TOKEN}' }
`;

async function load(text: string) {
  await writeFile(join(cwd, 'crossvault.yaml'), `${connection}${text}`);
  return (await loadConfiguration({ cwd, environment: { AVEPOINT_TOKEN: 'canary-avepoint' } })).insight;
}

const hourMs = 3_600_000;

test('a file that says nothing of expected runs has business days from noon in UTC, and no rules', async () => {
  expect(await load('')).toEqual(usualInsightSettings);
});

test('objectives and maintenance windows name whom they are about, one or several', async () => {
  const settings = await load(`insight: { timeZone: Europe/London, dayBegins: "06:00", repeatedAt: 5, startGrace: 90m }
objectives:
  - { maxAge: 26h }
  - { maxAge: 8d, plan: [weekly-vm, Weekly], warnings: false }
maintenance:
  - { why: Patch night, effect: mute, timeZone: Europe/London, weekdays: [sunday], begins: "01:30", duration: 4h, tag: uk }
`);
  expect(settings).toEqual({
    timeZone: 'Europe/London',
    dayBeginMs: 6 * hourMs,
    repeatedAt: 5,
    startGraceMs: 1.5 * hourMs,
    objectives: [
      { maxAgeMs: 26 * hourMs, areWarningsGood: true },
      { maxAgeMs: 192 * hourMs, areWarningsGood: false, plans: ['weekly-vm', 'Weekly'] },
    ],
    maintenance: [
      {
        why: 'Patch night',
        effect: 'mute',
        tags: ['uk'],
        window: { timeZone: 'Europe/London', weekdays: ['sunday'], beginMs: 1.5 * hourMs, durationMs: 4 * hourMs },
      },
    ],
  });
});

test.each([
  ['insight: { timeZone: Mars/Olympus }', 'must be a time zone such as Europe/London'],
  ['insight: { dayBegins: "25:00" }', 'must be a time of day such as "22:00"'],
  ['objectives: [{ maxAge: soon }]', 'objectives[0].maxAge must be a span'],
  ['objectives: [{ maxAge: 1d, vault: x }]', 'objectives[0].vault is unknown'],
  ['maintenance: [{ why: x, effect: hide, begins: "1:00", duration: 1h }]', 'must be excuse'],
  ['maintenance: [{ why: x, effect: mute, begins: "1:00", duration: 30d }]', 'must be a week at most'],
])('a rule that cannot be kept is refused with its place: %s', async (text, message) => {
  await expect(load(text)).rejects.toThrow(message);
});
