import type { Candidate } from '../benchmark.ts';

/** What every vendor's client does with an answer before anything is mapped: the body, read and parsed. */
export const clientKit: Candidate = {
  name: 'client-kit',
  async load(input) {
    const [{ createVendorClient, samePath }, { isJsonObject }, { answerWith }, { createContext, patientCall }] =
      await Promise.all([
        import('@crossvault/client-kit'),
        import('@crossvault/core'),
        import('./answer.ts'),
        import('./context.ts'),
      ]);
    const context = createContext(answerWith(Buffer.from(input)));
    const client = createVendorClient({ baseUrl: 'https://vendor.example', context, readProblem: () => null });
    return async () => {
      const { body } = await client.follow('https://vendor.example/jobs', samePath('/jobs'), patientCall);
      return isJsonObject(body) && Array.isArray(body['value']) ? body['value'].length : 0;
    };
  },
};
