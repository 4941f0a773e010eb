import { answerExamples } from '@crossvault/architecture';

// Loaded before each program: the addresses that documentation shows have no server.
globalThis.fetch = answerExamples(globalThis.fetch);
