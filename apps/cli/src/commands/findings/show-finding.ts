import type { FindingView } from '@crossvault/core/insight';
import { show } from '../../output/show.ts';
import type { Terminal } from '../../output/terminal.ts';

/** Prints one finding. */
export const showFinding = (terminal: Terminal, finding: FindingView, nowMs: number): Promise<void> =>
  show(terminal, {
    whole: finding,
    rows: [finding],
    async lines() {
      const { renderFinding } = await import('../../output/insight/findings.ts');
      const { createPalette } = await import('../../output/palette.ts');
      return renderFinding(finding, createPalette(terminal.color), nowMs);
    },
  });
