// @module-tag long
import { afterAll, expect, it } from 'vitest';
import { killedFiles, surviveKills } from '../../support/killRuns.js';
import { temporaryFolder } from '../../support/runCli.js';

const killCount = Number(process.env.DRYSCALE_KILLS ?? 100);
const seed = Number(process.env.DRYSCALE_KILL_SEED ?? 20_261_128);
const folder = temporaryFolder(killedFiles);
afterAll(folder.remove);

it('survives a hundred kills at random moments without losing or changing a byte', async () => {
  const args = ['shop.yaml', '--policy', 'static:5', '--policy', 'up.lua', '--policy', 'wave.ts', '--runs', '6'];
  const tally = await surviveKills({ cwd: folder.path, args, killCount, seed });
  const { whileWritingCount, comparisonCount, takenCount, askedCount } = tally;
  console.log(
    `kill -9: ${tally.killCount} (seed ${seed}), ${whileWritingCount} of them while reports were written; ` +
      `${comparisonCount} comparisons completed, all bytes equal; ${takenCount} of ${askedCount} runs taken over`,
  );
  expect(tally.killCount).toBe(killCount);
  expect(comparisonCount).toBeGreaterThan(0);
  expect(whileWritingCount).toBeGreaterThan(0);
  expect(takenCount).toBeGreaterThan(0);
}, 3_600_000); // Ten times what it takes on two idle cores.
