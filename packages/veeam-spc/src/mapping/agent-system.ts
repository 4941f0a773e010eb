import { foldWord } from '@crossvault/core';
import type { AgentSystem } from '../client/calls-v3.ts';
import type { JobWire } from './wire.ts';

const systems = new Map<string, AgentSystem>([
  ['windows', 'windows'],
  ['linux', 'linux'],
  ['mac', 'mac'],
]);

/** The system of an agent's computer, as addresses spell it; null where it is not reported, or none that they know. */
export const systemOf = ({ systemType }: Pick<JobWire, 'systemType'>): AgentSystem | null =>
  typeof systemType === 'string' ? (systems.get(foldWord(systemType)) ?? null) : null;
