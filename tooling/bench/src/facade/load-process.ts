import { type LoadReport, loadSchema } from './load.ts';
import { runLoad } from './run-load.ts';

/** Callers in a process of their own. It reports on each load, until its parent disconnects. */
const report = (content: LoadReport): void => void process.send?.(content);

process.on('message', async (message) => {
  try {
    report(await runLoad(loadSchema.parse(message), () => report({ begun: true })));
  } catch (error) {
    report({ fault: error instanceof Error ? error.message : String(error) });
  }
});
