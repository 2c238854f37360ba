// @module-tag ci
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, runCli, temporaryFolder } from '../support/runCli.js';

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder({ 'package.json': '{}', 'broken.yaml': 'traffic: [services' }));
  for (const folder of ['scenarios', 'policies']) cpSync(join(root, folder), join(cwd, folder), { recursive: true });
});
afterAll(() => remove());

const complete = async (...words: string[]): Promise<string[]> => {
  const { code, stdout } = await runCli(['--get-yargs-completions', 'dryscale', ...words], { cwd });
  expect(code).toBe(0);
  return stdout.trimEnd().split('\n');
};

describe('completion in a shell', () => {
  it.each([
    ['scenarios for run', ['run', ''], ['scenarios/steady.yaml', 'scenarios/flash-sale.yaml'], ['package.json']],
    ['no policies for scenarios', ['compare', 'p'], ['scenarios/steady.yaml'], ['policies/predictive.ts']],
    ['policy files', ['run', 'a.yaml', '--policy', ''], ['none', 'policies/target-cpu.lua'], ['all']],
    [
      'policy files in a folder',
      ['run', '--policy', 'policies/t'],
      ['policies/target-cpu.lua'],
      ['scenarios/steady.yaml'],
    ],
    ['policy files after =', ['run', '--policy=po'], ['policies/target-cpu.lua'], []],
    ['policy files after a split =', ['run', '--policy', '=', 'po'], ['policies/target-cpu.lua'], []],
    [
      'the gates of a scenario',
      ['compare', 'scenarios/flash-sale.yaml', '--gate', ''],
      ['all', 'any', 'target-cpu'],
      [],
    ],
    [
      'the gates of the policies given',
      ['compare', 'x.yaml', '--policy', 'target-cpu.lua?target=0.5,0.6', '--gate', ''],
      ['all', 'target-cpu?target=0.6'],
      [],
    ],
    ['gates where the scenario is broken', ['run', 'broken.yaml', '--gate', ''], ['all', 'any'], []],
    ['references', ['compare', 'scenarios/flash-sale.yaml', '--against', ''], ['target-cpu'], ['all']],
    ['reports', ['run', 'x.yaml', '--report', ''], ['html', 'json'], []],
    ['a scenario after a flag', ['run', '--watch', ''], ['scenarios/steady.yaml'], []],
    ['a scenario after --update-baseline', ['compare', '--update-baseline', ''], ['scenarios/steady.yaml'], []],
    ['options by the parser', ['run', '--'], ['--policy', '--watch'], []],
    ['commands by the parser', [''], ['run', 'compare'], []],
  ])('offers %s', async (_, words, expected, others) => {
    const offered = await complete(...words);
    expect(offered).toEqual(expect.arrayContaining(expected));
    expect(offered.filter((value) => others.includes(value))).toEqual([]);
  });
});
