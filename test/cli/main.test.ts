import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/results.js';
import { callCli } from '../support/callCli.js';
import { runCli, smallScenario, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

const files = {
  'small.yaml': smallScenario,
  'typo.yaml': smallScenario.replace('http_req_failed', 'http_req_fail'),
  'strict.yaml': smallScenario.replace('rate<0.01', 'rate<0'),
  'steady.lua': 'return { decide = function(o) return o.instances.desired end }',
  'bad.lua': 'return { decide = function(o) if o.time > 60 then return -3 end end }',
};

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder(files));
});
afterAll(() => remove());

const stackLine = /^\s*at /m;

describe('the command line', () => {
  it('compares, prints the table, writes both reports, and ends with 0', async () => {
    const { code, stdout, stderr } = await runCli(
      ['compare', 'small.yaml', '--policy', 'none', '--policy', 'steady.lua', '--runs', '5', '--out', 'reports'],
      { cwd },
    );
    expect(stderr).toBe('');
    expect(stdout).toContain('against none');
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'reports')).sort()).toEqual(['report.html', 'report.json']);
    const document = resultSchema.parse(JSON.parse(readFileSync(join(cwd, 'reports/report.json'), 'utf8')));
    expect(document.command).toBe('dryscale compare small.yaml --policy none --policy steady.lua --runs 5 --seed 1');
  });

  it('prints one document with --json and nothing else, and run writes no files', { tags: ['ci'] }, async () => {
    const { code, stdout } = await runCli(['run', 'small.yaml', '--runs', '2', '--json'], { cwd });
    expect(code).toBe(0);
    expect(resultSchema.parse(JSON.parse(stdout)).scenarios[0].policies).toHaveLength(1);
    expect(existsSync(join(cwd, 'reports/latest'))).toBe(false);
  });

  it('ends with 107 when a policy fails, with the others and the failure in the document', {
    tags: ['ci'],
  }, async () => {
    const args = [
      'compare',
      'small.yaml',
      '--policy',
      'none',
      '--policy',
      'bad.lua',
      '--runs',
      '2',
      '--json',
      '--out',
      'x',
    ];
    const { code, stdout, stderr } = await runCli(args, { cwd });
    const [none, bad] = resultSchema.parse(JSON.parse(stdout)).scenarios[0].policies;
    expect(code).toBe(107);
    expect(none).toHaveProperty('replications.length', 2);
    expect(bad).toMatchObject({ name: 'bad', failure: { kind: 'value', time_s: 75 } });
    expect(stderr).toContain('bad.lua');
    expect(stderr).not.toMatch(stackLine);
  });

  it('ends with 99 when a threshold is missed', { tags: ['ci'] }, async () => {
    const { code } = await runCli(['run', 'strict.yaml', '--runs', '1', '--quiet'], { cwd });
    expect(code).toBe(99);
  });

  for (const { tags, part } of sampled(
    [
      [['run', 'nope.yaml'], 104, ['nope.yaml', 'not found']],
      [['run', 'typo.yaml'], 104, ['thresholds.http_req_fail', 'http_req_failed']],
      [['validate', 'typo.yaml'], 104, ['http_req_failed']],
      [['run', 'small.yaml', '--out', 'small.yaml'], 106, ['small.yaml']],
      [['run', 'small.yaml', '--shard', '1/2', '--out', 'small.yaml'], 106, ['small.yaml']],
      [['run', 'small.yaml', '--report', 'junt'], 2, ['junt', 'did you mean "junit"', 'markdown']],
      [['compare', 'small.yaml', '--against', 'nobody'], 2, ['nobody', 'none']],
    ],
    3,
  )) {
    it.each(part)('%j ends with %d and says why, without a stack', { tags }, async (args, expected, words) => {
      const { code, stdout, stderr } = await callCli(args, { cwd });
      expect(code).toBe(expected);
      expect(stdout).toBe('');
      for (const word of words) expect(stderr).toContain(word);
      expect(stderr).not.toMatch(stackLine);
    });
  }

  it('stops at Ctrl-C with 105, keeps what is finished, and says how to repeat it', { tags: ['ci'] }, async () => {
    const args = ['compare', 'small.yaml', '--runs', '3000', '--out', 'cut', '--set', 'duration=1h'];
    const { code, stderr } = await runCli(args, {
      cwd,
      whileRunning: (child) => {
        // The folder is made before the first of the runs.
        const look = setInterval(() => {
          if (!existsSync(join(cwd, 'cut'))) return;
          clearInterval(look);
          setTimeout(() => child.kill('SIGINT'), 2000);
        }, 20);
      },
    });
    expect({ code, stderr }).toMatchObject({ code: 105, stderr: expect.stringContaining('interrupted') });
    const completed = Number(
      /completed (\d+) of 3000 runs; (?:again|resume): dryscale compare small\.yaml/.exec(stderr)?.[1] ?? 0,
    );
    const written = readdirSync(join(cwd, 'cut'))
      .filter((name) => !name.endsWith('.journal'))
      .sort();
    if (completed === 0) return expect(written).toEqual([]);
    expect(written).toEqual(['report.html', 'report.json']);
    const document = resultSchema.parse(JSON.parse(readFileSync(join(cwd, 'cut/report.json'), 'utf8')));
    expect(document.interrupted).toEqual({ completed, total: 3000 });
    expect(readFileSync(join(cwd, 'cut/report.html'), 'utf8')).toContain(`${completed} of 3000 runs`);
  });

  it('writes a scenario to start from that runs', { tags: ['ci'] }, async () => {
    expect((await runCli(['init', 'new'], { cwd })).code).toBe(0);
    expect((await runCli(['validate', 'new/my-service.yaml', 'new/target-cpu.lua'], { cwd })).stdout).toContain(': ok');
    expect((await runCli(['init', 'new'], { cwd })).code).toBe(106);
  });

  it('prints a resolved scenario that can be loaded again', async () => {
    const { stdout } = await callCli(['inspect', 'small.yaml', '--json'], { cwd });
    const { resolved, hash } = JSON.parse(stdout);
    const copy = temporaryFolder({ 'copy.json': JSON.stringify(resolved) });
    const again = JSON.parse((await callCli(['inspect', 'copy.json', '--json'], { cwd: copy.path })).stdout);
    copy.remove();
    expect(again.hash).toBe(hash);
  });
});
