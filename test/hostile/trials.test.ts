import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';
import { expectHarmless } from './expectHarmless.js';
import { trials } from './trials/index.js';

/** The smallest inputs that once hurt: `DRYSCALE_TRIALS/hostile`. */
const folder = join(process.env.DRYSCALE_TRIALS ?? join(root, '../shared/trials'), 'hostile');
const isHere = existsSync(folder);
/** Files that others need and that hurt nobody. */
const helpers = ['README.md', 'ok.yaml', 'lognormal.yaml', 'secret.json', 'policy-ready.lua', 'newlines-bomb.yaml'];

describe('what strangers feed the command', () => {
  it('has a trial for every file of the folder', ({ skip }) => {
    if (!isHere) return skip('no folder of trials: DRYSCALE_TRIALS');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && !helpers.includes(entry.name) ? [entry.name] : [],
    );
    expect(files.length).toBeGreaterThan(0);
    const known = new Set(trials.flatMap((trial) => trial.files));
    expect(files.filter((name) => !known.has(name))).toEqual([]);
  });

  for (const { tags, part } of sampled(trials, 8, ({ isLong }) => isLong === true)) {
    it.skipIf(!isHere).for(part)('$files: $line', { tags }, async (trial, { skip }) => {
      const reason = trial.skip?.();
      if (reason !== undefined) return skip(reason);
      await expectHarmless(trial, folder);
    });
  }
});
