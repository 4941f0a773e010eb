import { type Plan, scheduleSchema } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan } from './map-plan.ts';

function planOf(policyRules: unknown): Plan {
  const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/backupVaults/v/backupPolicies/disks';
  const properties = { objectType: 'BackupPolicy', datasourceTypes: ['Microsoft.Compute/disks'], policyRules };
  const result = readPlan({ id, name: 'disks', properties }, { connection: 'azure', list: 's/g/v' });
  if (result.kind !== 'record') throw new Error('This is a policy.');
  return result.record.plan;
}
const ruleOf = (repeatingTimeIntervals: unknown, backupType = 'Incremental', timeZone: string | null = 'UTC') => ({
  objectType: 'AzureBackupRule',
  name: 'BackupHourly',
  backupParameters: { objectType: 'AzureBackupParams', backupType },
  trigger: { objectType: 'ScheduleBasedTriggerContext', schedule: { repeatingTimeIntervals, timeZone } },
});
const retention = { objectType: 'AzureRetentionRule', name: 'Default', lifecycles: [] };
const anchorAt = '2021-05-28T02:30:00.000Z';

test.each([
  ['R/2021-05-28T02:30:00+00:00/PT4H', { every: 14_400, unit: 'seconds', anchorAt }],
  ['R/2021-05-28T04:30:00+02:00/P1D', { every: 1, unit: 'days', anchorAt }],
  ['R/2021-05-28T02:30:00Z/P1W', { every: 7, unit: 'days', anchorAt }],
  ['R/2021-05-28T02:30:00Z/PT24H', { every: 86_400, unit: 'seconds', anchorAt }],
])('the repetition %s is an interval: days are days of the zone, hours elapse', (word, interval) => {
  const plan = planOf([retention, ruleOf([word])]);
  expect(plan.schedule).toEqual({
    text: `Incremental: ${word} (UTC)`,
    source: 'native',
    rules: [{ kind: 'interval', track: 'incremental', ...interval }],
    timeZone: 'UTC',
    nativeTimeZone: 'UTC',
    timeZoneFrom: 'plan',
    clockChange: { skipped: 'undocumented', doubled: 'undocumented' },
    confidence: 1,
    unread: [],
  });
  expect(plan.provenance['schedule']).toBe('computed');
});

test('a rule for each repetition, on the track of its backup type', () => {
  const words = ['R/2021-05-28T02:30:00Z/P1W', 'R/2021-05-30T02:30:00Z/P1W'];
  const { schedule } = planOf([
    ruleOf(words, 'Full', 'W. Europe Standard Time'),
    ruleOf(words.slice(1), 'Discrete', null),
  ]);
  expect(schedule).toMatchObject({
    timeZone: 'Europe/Berlin',
    rules: [{ track: 'full', anchorAt }, { track: 'full', anchorAt: '2021-05-30T02:30:00.000Z' }, { track: 'backup' }],
  });
});

test.each([
  'R/2021-05-28T02:30:00Z/P1M',
  'R5/2021-05-28T02:30:00Z/P1D',
  'R/soon/P1D',
  'R/2021-05-28T02:30:00Z/PT0S',
  'daily',
  4,
])('of the repetition %j no rule is made up', (word) => {
  const plan = planOf([ruleOf([word])]);
  expect(plan.schedule).toMatchObject({
    rules: [],
    unread: ['properties.policyRules.trigger.schedule.repeatingTimeIntervals'],
  });
  expect(plan.provenance['schedule']).toBe('unreadable');
});

test('rules in several zones have no zone that is known', () => {
  const words = ['R/2021-05-28T02:30:00Z/P1D'];
  const plan = planOf([ruleOf(words), ruleOf(words, 'Full', 'Europe/Paris')]);
  expect(plan.schedule).toMatchObject({ timeZone: null, nativeTimeZone: 'UTC' });
  expect(plan.provenance['schedule']).toBe('unreadable');
});

test('a policy that only keeps backups has no schedule', () => {
  expect(planOf([retention])).toMatchObject({ schedule: null, provenance: { schedule: 'missing' } });
  expect(planOf('rules')).toMatchObject({ schedule: null, provenance: { schedule: 'unreadable' } });
});

test('whatever the rules are, the schedule is null or one of the model', () => {
  const rule = fc.oneof(
    fc.jsonValue(),
    fc.record({ trigger: fc.jsonValue() }),
    fc.jsonValue().map((each) => ruleOf([each])),
  );
  fc.assert(
    fc.property(fc.array(rule), (rules) => {
      const { schedule } = planOf(rules);
      return schedule === null || scheduleSchema.safeParse(schedule).success;
    }),
  );
});
