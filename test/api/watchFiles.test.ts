import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../src/cli/options.js';
import { watchedFiles } from '../../src/cli/watchFiles.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

const traced = smallScenario.replace(
  'executor: constant-arrival-rate, rate: 20',
  'executor: trace, file: traces/day.txt',
);

let folder = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: folder, remove } = temporaryFolder({ 'broken.yaml': 'name: [', 'helper.ts': '', 'mine.ts': '' }));
  mkdirSync(join(folder, 'inside'));
  writeFileSync(join(folder, 'inside/shop.yaml'), `${traced}policies: [../hpa.yaml, ../a.lua?target=1, static:3]\n`);
});
afterAll(() => remove());

describe('the files that --watch follows', () => {
  it.each([
    [
      'those a scenario names',
      ['inside/shop.yaml'],
      {},
      ['a.lua', 'hpa.yaml', 'inside/shop.yaml', 'inside/traces/day.txt'],
    ],
    [
      'the policies of the line instead of those of the scenario',
      ['inside/shop.yaml'],
      { policy: 'web=b.lua?x=1,2;api=static:3', manifest: 'deployment.yaml' },
      ['b.lua', 'deployment.yaml', 'inside/shop.yaml', 'inside/traces/day.txt'],
    ],
    [
      'the code beside a policy that is code',
      ['broken.yaml'],
      { policy: 'mine.ts' },
      ['broken.yaml', 'helper.ts', 'mine.ts'],
    ],
    [
      'a broken scenario and a missing one alone',
      ['broken.yaml', 'no.yaml'],
      { policy: 'none' },
      ['broken.yaml', 'no.yaml'],
    ],
    ['nothing for a policy that is no text of one', ['broken.yaml'], { policy: ';' }, ['broken.yaml']],
  ])('are %s', async (_, operands, raw, expected) => {
    const inFolder = (name: string): string => join(folder, name);
    const at = ({ policy, manifest }: { policy?: string; manifest?: string }) => ({
      ...(policy === undefined ? {} : { policy: policy.replace(/\w+\.(lua|ts)/, inFolder) }),
      ...(manifest === undefined ? {} : { manifest: inFolder(manifest) }),
    });
    const found = await watchedFiles(operands.map(inFolder), readOptions(at(raw)));
    expect(found.map((file) => relative(folder, file))).toEqual(expected);
  });
});
