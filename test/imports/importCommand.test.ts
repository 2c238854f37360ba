// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { callCli } from '../support/callCli.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

const log = '192.0.2.1 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 5\n'.repeat(3);
const { path, remove } = temporaryFolder({
  'script.js': 'export const options = { vus: Number(__ENV.VUS), duration: "1m" };',
  'loop.js': 'for (;;);',
  'access.log': log,
});
afterAll(remove);
const run = (...args: string[]) => callCli(args, { cwd: path });

describe('dryscale import', () => {
  it('writes a scenario of a k6 script that validates', async () => {
    const { code, stdout } = await run('import', 'k6', 'script.js', '--env', 'VUS=4', '--out', 'scenario.yaml');
    expect([code, stdout]).toEqual([
      0,
      'wrote scenario.yaml\nnext: replace the placeholders, then dryscale inspect scenario.yaml\n',
    ]);
    expect(parse(readFileSync(join(path, 'scenario.yaml'), 'utf8')).traffic.default.vus).toBe(4);
    expect((await run('validate', 'scenario.yaml')).code).toBe(0);
  });

  it('prints a trace alone on stdout, what to know and how to use it on stderr', async () => {
    const { code, stdout, stderr } = await run('import', 'log', 'access.log');
    expect([code, stdout]).toEqual([0, 'time,count\n2015-05-17T10:05:00Z,3\n']);
    expect(stderr).toMatch(/span [\s\S]*traffic:\n {2}recorded:/);
  });

  it('prints a snippet that replays the trace when pasted', async () => {
    const { stdout } = await run('import', 'log', 'access.log', '--out', 'counts.csv');
    const snippet = parse(stdout.slice(stdout.indexOf('traffic:')));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(path, 'replay.yaml'), stringify({ ...parse(smallScenario), ...snippet }));
    expect(await run('validate', 'replay.yaml')).toMatchObject({ code: 0, stdout: 'replay.yaml: ok\n' });
  });

  const mistakes: [args: string, code: number, says: RegExp][] = [
    ['', 2, /needs a KIND and a FILE/],
    ['k7 script.js', 2, /did you mean "k6"/],
    ['k6', 2, /needs a FILE/],
    ['k6 script.js --env VUS', 2, /KEY=VALUE/],
    ['k6 script.js --interval 1s', 2, /belongs to import log/],
    ['k6 nowhere.js', 104, /nowhere.js {2}is not found/],
    ['k6 .', 104, /not a regular file/],
    ['k6 loop.js', 104, /does not come to an end/],
    ['k6 script.js', 104, /vus.*NaN/],
    ['log access.log --out access.log --force', 106, /the file that is read/],
    ['log access.log --out scenario.yaml', 106, /there already/],
    ['log access.log --out access.log/x.csv', 106, /cannot be written/],
  ];
  it.each(mistakes)('says what is wrong in a few lines: %s', async (args, code, says) => {
    const result = await run('import', ...args.split(' ').filter((word) => word !== ''));
    expect(result.code, result.stderr).toBe(code);
    expect(result.stderr).toMatch(says);
    expect(result.stderr).not.toMatch(/^\s*at /m);
    expect(result.stdout).toBe('');
  });
});
