import type { JobPage } from '@crossvault/core';

export interface DemoGuide {
  /** How this command is called. */
  readonly command: string;
  readonly url: string;
  /** Control port of the simulators: truth, clock, faults. */
  readonly controlUrl: string;
  readonly configPath: string;
  readonly page: JobPage;
  /** Whether the demo keeps running. */
  readonly stays: boolean;
}

/** The addresses of the demo, and examples to try. */
export function renderDemoGuide({ command, url, controlUrl, configPath, page, stays }: DemoGuide): readonly string[] {
  const config = `--config ${configPath}`;
  const shown = page.data.find(({ problem }) => problem) ?? page.data[0];
  const explain =
    shown === undefined ? [] : [`${command} jobs explain '${shown.connection}/${shown.nativeId}' ${config}`];
  const problems = page.data.filter(({ problem }) => problem).length;
  return [
    `${problems} of the newest jobs above have a problem: they are marked with "!". An answer comes from the store at once.`,
    '',
    `The facade:        ${url}/v1/jobs`,
    `The simulators:    ${controlUrl}/truth`,
    `The configuration: ${configPath}`,
    '',
    stays ? 'To try, in another terminal:' : 'To try, while the demo runs without --exit:',
    `  ${command} today ${config}`,
    `  ${command} calendar ${config} --days 14`,
    `  curl '${url}/v1/today'`,
    `  curl '${url}/v1/jobs?problem=true&limit=5'`,
    `  ${command} jobs list ${config} --problem`,
    ...explain.map((line) => `  ${line}`),
    `  curl -X POST ${controlUrl}/vendors/azure-backup/stop    # then list again: the others still answer`,
    `  curl -X POST ${controlUrl}/clock -d '{"move": 3600}'    # one hour passes, for the vendors and for Crossvault`,
    ...(stays ? ['', 'Press Ctrl-C to stop the demo.'] : []),
  ];
}
