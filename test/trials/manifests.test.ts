import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callCli } from '../support/callCli.js';
import { root } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';
import { awsTrials } from './manifests/awsTrials.js';
import { hpaTrials } from './manifests/hpaTrials.js';
import { kedaTrials } from './manifests/kedaTrials.js';
import type { ManifestTrial } from './manifests/trial.js';

/** Manifests that real platforms take, each the essence of one that was once refused or misread: `DRYSCALE_TRIALS/manifests`. */
const folder = join(process.env.DRYSCALE_TRIALS ?? join(root, '../shared/trials'), 'manifests');
const isHere = existsSync(folder);
const trials = [...awsTrials, ...hpaTrials, ...kedaTrials];
const files = isHere ? readdirSync(folder) : [];
const manifests = files.filter((file) => /\.(ya?ml|json)$/.test(file));

const observationsOf = (file: string) => file.replace(/\.\w+$/, '.jsonl');

function argumentsOf({ file, parameters, options = [] }: ManifestTrial): string[] {
  const observations = observationsOf(file);
  const policy = parameters === undefined ? file : `${file}?${parameters}`;
  if (!files.includes(observations)) return ['explain', policy, ...options];
  return ['decide', '--policy', policy, '--observations', observations, ...options];
}

describe('manifests that a real platform takes', () => {
  it('has a case for every file of the folder', ({ skip }) => {
    if (!isHere) return skip('no folder of trials: DRYSCALE_TRIALS');
    expect(manifests.length).toBeGreaterThan(0);
    const without = manifests.filter((name) => !trials.some(({ file }) => file === name));
    expect(without).toEqual([]);
  });

  for (const { tags, part } of sampled(trials, 4)) {
    it.skipIf(!isHere).each(part)('$file', { tags }, async (trial) => {
      const { code, stdout, stderr } = await callCli(argumentsOf(trial), { cwd: folder });
      const said = `${stdout}${stderr}`;
      for (const pattern of trial.says) expect(said).toMatch(pattern);
      for (const pattern of trial.never ?? []) expect(said).not.toMatch(pattern);
      expect({ code, said }).toEqual({ code: trial.exit ?? 0, said });
    });
  }
});
