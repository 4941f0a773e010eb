import { answerExample } from '@crossvault/architecture';

// Loaded before each program: the addresses that documentation shows have no server; they are answered here without a network.
const { fetch: send } = globalThis;
const isLoopback = /^(?:127\.0\.0\.1|localhost|\[::1\])$/;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  return isLoopback.test(new URL(request.url).hostname) ? send(request) : answerExample(request);
};
