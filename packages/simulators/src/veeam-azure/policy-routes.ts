import type { Express, RequestHandler } from 'express';
import type { Answer } from './answers.ts';
import {
  actOnPolicy,
  listPolicies,
  type PolicyAct,
  type PolicyParams,
  type PolicyParts,
  showPolicy,
} from './policy-answers.ts';
import type { PolicySort } from './policy-sort.ts';
import type { Manner } from './render.ts';

type Access = {
  readonly mayRead: RequestHandler<PolicyParams>;
  readonly mayChange: RequestHandler<PolicyParams>;
  speak(answer: Answer<PolicyParams>, serves: (manner: Manner) => boolean): RequestHandler<PolicyParams>;
};

const BASES: readonly (readonly [path: string, sort: PolicySort, isServed: (manner: Manner) => boolean])[] = [
  ['policies/virtualMachines', 'virtualMachines', (manner) => !manner.hasFormerPolicies],
  ['policies/sql', 'sql', ({ policySorts }) => policySorts.includes('sql')],
  ['policies/fileShares', 'fileShares', ({ policySorts }) => policySorts.includes('fileShares')],
  ['policies/cosmosDb', 'cosmosDb', ({ policySorts }) => policySorts.includes('cosmosDb')],
  ['policy/slaBased/virtualMachines', 'slaBased', ({ policySorts }) => policySorts.includes('slaBased')],
  ['policies', 'virtualMachines', (manner) => manner.hasFormerPolicies],
];

const ACTS: readonly PolicyAct[] = ['start', 'stop', 'enable', 'disable'];

/** Paths with a fixed word must precede paths with an id. */
export const registerPolicyRoutes = (app: Express, parts: PolicyParts, access: Access): void => {
  const { mayRead, mayChange, speak } = access;
  for (const [path, sort, isServed] of BASES) {
    app.get(`/api/:version/${path}`, mayRead, speak(listPolicies(parts, sort), isServed));
    app.get(`/api/:version/${path}/:id`, mayRead, speak(showPolicy(parts, sort), isServed));
    for (const act of ACTS) {
      const isOffered = sort !== 'slaBased' || act === 'enable' || act === 'disable';
      const answer = speak(actOnPolicy(parts, sort, act), (manner) => isOffered && isServed(manner));
      app.post(`/api/:version/${path}/:id/${act}`, mayChange, answer);
    }
  }
  const hasVnet = ({ policySorts }: Manner): boolean => policySorts.includes('vnet');
  app.get('/api/:version/policy/vnet', mayRead, speak(showPolicy(parts, 'vnet'), hasVnet));
  for (const act of ACTS) {
    app.post(`/api/:version/policy/vnet/${act}`, mayChange, speak(actOnPolicy(parts, 'vnet', act), hasVnet));
  }
};
