import { type ActingCase, describeActing } from '@crossvault/harness';
import { carryOut, prepareOptions } from '@crossvault/testkit';
import { veeamAzure } from '../index.ts';
import { actorOf, call } from '../testing/acting.ts';

/** A policy of the reference page: nothing that the fleet was grown with is at work for it. */
const machines = ['virtual-machines', 'a91630ab-1603-47ea-a76c-0525e77a1188'];

const cases: readonly ActingCase[] = [
  {
    name: 'running a policy',
    action: 'run',
    jobs: 2,
    prepare: (connector, options) => actorOf(connector).plans.run(machines, { full: false }, options),
  },
  {
    name: 'stopping a policy',
    action: 'stop',
    jobs: 0,
    again: null,
    async before({ connector, simulators }) {
      await (await actorOf(connector).plans.run(machines, { full: false }, prepareOptions())).send(call);
      simulators.clock.move(10_000);
    },
    prepare: (connector, options) => actorOf(connector).plans.stop(machines, options),
  },
  {
    name: 'disabling a policy',
    action: 'disable',
    jobs: 0,
    again: null,
    prepare: (connector, options) => actorOf(connector).plans.disable(machines, options),
  },
  {
    name: 'enabling a policy',
    action: 'enable',
    jobs: 0,
    again: null,
    async before({ connector, simulators }) {
      const write = await actorOf(connector).plans.disable(machines, prepareOptions());
      await carryOut(connector, 'disable', write, simulators.clock);
    },
    prepare: (connector, options) => actorOf(connector).plans.enable(machines, options),
  },
  {
    name: 'stopping a session',
    action: 'cancel',
    jobs: 0,
    again: null,
    async before({ vendor }) {
      vendor.addJob({ status: 'running', target: 'to be stopped' });
    },
    async prepare(connector, options) {
      const [list] = await connector.jobLists(call);
      if (list === undefined) throw new Error('no list');
      const query = { startedAfter: null, startedBefore: null, status: null };
      const { records } = await connector.listJobs(list, query, { size: 50, token: null }, call);
      const job = records.find((record) => record.job.plan?.name === 'to be stopped');
      return actorOf(connector).cancelJob(job?.key ?? [], options);
    },
  },
];

/** Of these ids is nothing at the appliance. */
const unknownId = '00000000-0000-4000-8000-000000000000';
const absent = { plan: ['virtual-machines', unknownId], job: [unknownId] };

// What a change needs done before it, has to be allowed as well.
const open = { connect: { allow: ['operate'] } } as const;

describeActing('veeam-azure', { definition: veeamAzure, cases, absent, open });

describeActing('veeam-azure', {
  definition: veeamAzure,
  cases,
  absent,
  open: { ...open, settings: { apiVersion: 'v3' } },
  variant: 'in v3',
});
