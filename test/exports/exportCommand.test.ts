// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/callCli.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

const { path, remove } = temporaryFolder({
  'small.yaml': smallScenario,
  'trace.csv': 'time,count\n0,60\n60,600\n120,0\n',
  'broken.csv': 'time,count\n0,60\n60,x\n',
  'replay.yaml': smallScenario.replace(
    /traffic:.*/,
    'traffic: { old: { executor: trace, file: trace.csv, time: time, count: count } }',
  ),
  'broken.yaml': smallScenario.replace(
    /traffic:.*/,
    'traffic: { old: { executor: trace, file: broken.csv, time: time, count: count } }',
  ),
});
afterAll(remove);
const run = (...args: string[]) => callCli(args, { cwd: path });

describe('dryscale export', () => {
  it('writes a k6 script that the import reads', async () => {
    expect(await run('export', 'k6', 'small.yaml', '--out', 'small.js')).toMatchObject({
      code: 0,
      stdout: 'wrote small.js\nnext: k6 run -e BASE_URL=http://your-service small.js\n',
    });
    expect(readFileSync(join(path, 'small.js'), 'utf8')).toContain("executor: 'constant-arrival-rate'");
    expect((await run('import', 'k6', 'small.js')).stdout).toMatch(/rate: 20/);
  });

  it('prints the script alone on stdout, its differences on stderr and in comments', async () => {
    const { code, stdout, stderr } = await run('export', 'k6', 'replay.yaml');
    expect([code, stdout.split('\n')[0]]).toEqual([0, '// The traffic of the dryscale scenario small.']);
    for (const text of [stdout, stderr])
      expect(text).toMatch(/old: trace as straight stages, at most .* % of the peak/);
  });

  const mistakes: [args: string, code: number, says: RegExp][] = [
    ['', 2, /needs a KIND and a FILE/],
    ['k7 small.yaml', 2, /did you mean "k6"/],
    ['k6 nowhere.yaml', 104, /is not found/],
    ['k6 broken.yaml', 104, /broken\.csv:3.*bad-cell/],
    ['k6 small.yaml --set duration=x', 2, /duration/],
    ['k6 small.yaml --out small.yaml --force', 106, /the file that is read/],
  ];
  it.each(mistakes)('says what is wrong in a few lines: %s', async (args, code, says) => {
    const result = await run('export', ...args.split(' ').filter((word) => word !== ''));
    expect(result.code, result.stderr).toBe(code);
    expect(result.stderr).toMatch(says);
    expect(result.stderr).not.toMatch(/^\s*at /m);
  });
});
