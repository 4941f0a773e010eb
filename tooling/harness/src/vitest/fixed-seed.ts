import { configureGlobal } from 'fast-check';

/**
 * Every run tries the same examples, so that a change is blamed for what it broke and for nothing else. Another seed, or
 * `random`, tries others: `CROSSVAULT_SEED=random npx -y pnpm@10 test`. A failing example is printed with its seed.
 */
const asked = process.env['CROSSVAULT_SEED'] ?? '20261125';
if (asked !== 'random') configureGlobal({ seed: Number(asked) });
