import { describeActing } from '@crossvault/harness';
import { avepoint } from '../index.ts';

// Its API reads alone: nothing may be offered, and nothing is there to be followed.
describeActing('avepoint', { definition: avepoint, cases: [] });
