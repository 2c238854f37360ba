import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { policyPlace } from '../../src/policy/policyFiles.js';
import { loadScenario, scenarioPath } from '../../src/scenario/load.js';
import { root, temporaryFolder } from '../support/runCli.js';

let folder = '';
let remove = (): void => {};
beforeAll(() => {
  const made = temporaryFolder({ 'target-cpu.lua': 'return {}', 'predictive.mts': '', 'own.lua': 'return {}' });
  folder = realpathSync(made.path);
  remove = made.remove;
  mkdirSync(join(folder, 'control'));
  writeFileSync(join(folder, 'control/pid.lua'), '');
});
afterAll(() => remove());

describe('a bare name of a policy', () => {
  it.each([
    ['step-scaling', 'policies/step-scaling.lua'],
    ['step-scaling.lua', 'policies/step-scaling.lua'],
    ['hpa-default', 'policies/hpa-default.yaml'],
    ['queue-per-instance', 'policies/queue-per-instance.ts'],
    ['ewma', 'policies/control/ewma.lua'],
    ['control/ewma', 'policies/control/ewma.lua'],
    ['openresty/pool-timer.lua', 'policies/openresty/pool-timer.lua'],
  ])('%s is a file that comes with dryscale', (name, file) => {
    expect(policyPlace(name, folder)).toEqual({ path: join(root, file), isShipped: true });
  });

  it.each([
    // A file of the user's goes first, with the ending left out too, and whatever its ending is.
    ['target-cpu', 'target-cpu.lua'],
    ['target-cpu.lua', 'target-cpu.lua'],
    ['predictive', 'predictive.mts'],
    ['control/pid', 'control/pid.lua'],
    ['control', 'control'],
    // Nothing but a path.
    ['./step-scaling', 'step-scaling'],
    ['../step-scaling.lua', '../step-scaling.lua'],
    ['policies/../step-scaling', 'step-scaling'],
    ['step-scaling.ts', 'step-scaling.ts'],
    ['unknown', 'unknown'],
    ['..', '..'],
    ['', ''],
  ])('%j is no such file, but %j of the folder', (name, file) => {
    expect(policyPlace(name, folder)).toEqual({ path: join(folder, file), isShipped: false });
  });

  it.each([
    ['target-cpuu', 'Did you mean target-cpu?'],
    ['predictve.ts', 'Did you mean predictive?'],
    ['zzz', 'With dryscale come: '],
  ])('%s may have meant another: %s', async (name, words) => {
    await expect(resolveCandidates({ texts: [name], baseFolder: folder })).rejects.toThrow(words);
  });

  it('is named like any policy, and messages say whose it is', async () => {
    const [candidate] = await resolveCandidates({ texts: ['step-scaling'], baseFolder: folder });
    expect(candidate).toMatchObject({
      name: 'step-scaling',
      source: 'step-scaling.lua',
      bindings: { '*': { path: 'dryscale/policies/step-scaling.lua' } },
    });
  });
});

describe('a bare name of a scenario', () => {
  it('is one that comes with dryscale, whose own paths are those of the package', async () => {
    expect(scenarioPath('flash-sale')).toBe(join(root, 'scenarios/flash-sale.yaml'));
    expect(await loadScenario('flash-sale')).toMatchObject({ file: 'flash-sale', folder: join(root, 'scenarios') });
  });

  it('may have meant another', async () => {
    await expect(loadScenario('flash-sael')).rejects.toThrow('Did you mean flash-sale?');
    await expect(loadScenario('x/flash-sael.yaml')).rejects.not.toThrow('With dryscale come');
  });
});
