import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { madeDay, stepSeconds } from '../derive/madeDay.js';
import { deploymentText, hpaText, madeStartSeconds } from '../derive/madeEvidence.js';
import { callCli } from '../support/callCli.js';
import { root, temporaryFolder } from '../support/runCli.js';

/** Few requests of much CPU each: what is drafted is simulated. */
const truth = {
  ...{ cpuSeconds: 0.38, idleCores: 0.065, request: 0.5, target: 0.7, min: 3, max: 20 },
  ...{ trough: 0.2, peak: 6, hours: 12, seed: 7 },
};
const points = madeDay(truth);

/** Counters, as an exporter has them: the step's worth is added at its end. */
function counter(metric: Record<string, string>, rateOf: (point: (typeof points)[number]) => number) {
  let total = 0;
  const values = points.map((point): [number, string] => {
    total += rateOf(point) * stepSeconds;
    return [madeStartSeconds + point.seconds + stepSeconds, total.toFixed(4)];
  });
  return { metric, values: [[madeStartSeconds, '0'], ...values] };
}

const bundle = JSON.stringify({
  status: 'success',
  data: {
    resultType: 'matrix',
    result: [
      counter({ __name__: 'http_requests_total', deployment: 'web' }, ({ requestsPerSecond }) => requestsPerSecond),
      counter({ __name__: 'container_cpu_usage_seconds_total', deployment: 'web' }, ({ cores }) => cores),
      {
        metric: { __name__: 'kube_deployment_status_replicas', deployment: 'web' },
        values: points.map(({ seconds, pods }) => [madeStartSeconds + seconds, String(pods)]),
      },
    ],
  },
});

const onlyRate = JSON.stringify({
  ...JSON.parse(bundle),
  data: { resultType: 'matrix', result: [JSON.parse(bundle).data.result[0]] },
});

const folder = temporaryFolder({
  'hpa.yaml': hpaText('web', truth),
  'deploy.yaml': deploymentText('web', { request: 0.5, limit: 1 }),
  'bundle.json': bundle,
  'rate.json': onlyRate,
  'notes.md': '# What we did that night\n',
});
const cwd = folder.path;
afterAll(folder.remove);

const sre = ['init', '--from', 'hpa.yaml', 'deploy.yaml', 'bundle.json'];
const stackLine = /^\s*at /m;

describe('init --from', () => {
  it('drafts a scenario of manifests and metrics: its lines say what was read, found, guessed and written', async () => {
    const { code, stdout, stderr } = await callCli([...sre, '--out', 'web'], { cwd });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const kinds = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(kinds.slice(0, 3)).toEqual(['read', 'read', 'read']);
    expect(new Set(kinds)).toEqual(
      new Set(['read', 'warn', 'found', 'guess', 'wrote', 'check', 'next'].filter((one) => kinds.includes(one))),
    );
    expect(stdout).toMatch(
      /^found cpu 3[78]\d[\d.]* ms \(.*measured\) a request: slope of CPU on requests over \d+ of \d+ bins/m,
    );
    expect(stdout).toMatch(/^check (Believable|Not believable|No conclusion).* backtest web\/dryscale\.yaml /m);
    expect(stdout).toMatch(/^guess startup 30 s \(10 s to 2 min\), guess: .*--set startup=VALUE$/m);
    expect(stdout).toContain('next dryscale compare web/dryscale.yaml --policy web/policies/hpa.yaml\n');
    expect(readdirSync(join(cwd, 'web')).sort()).toEqual([
      'dryscale.yaml',
      'policies',
      'scenario.schema.json',
      'traces',
    ]);
    expect(readFileSync(join(cwd, 'web/policies/hpa.yaml'), 'utf8')).toBe(hpaText('web', truth));
    const { assumptions, requests } = parse(readFileSync(join(cwd, 'web/dryscale.yaml'), 'utf8'));
    expect(requests.request.cpu.lognormal.mean).toMatch(/^3[78]\d/);
    expect(
      assumptions.every((one: { basis?: string; from?: string }) => one.basis !== undefined && one.from !== undefined),
    ).toBe(true);
  });

  it('writes what validate, inspect and compare take unchanged', { tags: ['ci'] }, async () => {
    await callCli([...sre, '--out', 'ran', '--set', 'slo=300ms'], { cwd });
    for (const args of [
      ['validate'],
      ['inspect'],
      ['compare', '--policy', 'ran/policies/hpa.yaml', '--runs', '2', '--quiet'],
    ]) {
      const { code, stderr } = await callCli([args[0], 'ran/dryscale.yaml', ...args.slice(1)], { cwd });
      expect([args[0], [0, 99].includes(code ?? -1), stackLine.test(stderr)]).toEqual([args[0], true, false]);
    }
  });

  it('does not overwrite what somebody changed, and is content with what is the same', async () => {
    const again = ['init', '--from', 'rate.json', '--set', 'cpu=40ms', '--out', 'twice'];
    expect((await callCli(again, { cwd })).code).toBe(0);
    expect((await callCli(again, { cwd })).code).toBe(0);
    const file = join(cwd, 'twice/dryscale.yaml');
    writeFileSync(file, '# mine\n');
    const { code, stderr } = await callCli(again, { cwd });
    expect(code).toBe(106);
    expect(stderr).toContain('twice/dryscale.yaml');
    expect(readFileSync(file, 'utf8')).toBe('# mine\n');
    expect((await callCli([...again, '--force'], { cwd })).code).toBe(0);
  });

  it('takes answers and settings, and lists them as asked', async () => {
    const set = ['--set', 'startup=40s..90s', '--set', 'services.web.zones=3', '--set', 'requests.request.priority=1'];
    const { code, stdout } = await callCli(
      ['init', '--from', 'rate.json', '--set', 'cpu=40ms', '--out', 'set', ...set],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/^guess startup/m);
    const scenario = parse(readFileSync(join(cwd, 'set/dryscale.yaml'), 'utf8'));
    expect(scenario.services.web.zones).toBe(3);
    expect(scenario.assumptions).toContainEqual({
      ...{ path: 'services.web.instance.startup', low: '40s', high: '90s', basis: 'asked' },
      from: '--set startup=40s..90s',
    });
    expect(scenario.assumptions).toContainEqual(
      expect.objectContaining({ path: 'services.web.zones', basis: 'asked' }),
    );
  });

  it.each([
    [[...sre, '--set', 'startp=40s'], 2, /did you mean "startup"/i],
    [[...sre, '--set', 'startup=soon'], 2, /40ms/],
    [[...sre, '--set', 'services.web.zoness=3'], 2, /zones/],
    [[...sre, '--series', 'nothing'], 2, /NAME=ROLE/],
    [[...sre, 'gone.yaml'], 104, /gone\.yaml/],
    [['init', 'here', '--set', 'startup=4s'], 2, /--from/],
    [['init', 'here', 'there'], 2, /there/],
    [['init', '--from', 'hpa.yaml', 'deploy.yaml'], 104, /no-traffic/],
    [['init', '--from', 'rate.json'], 104, /no-capacity/],
  ])('ends %j with %i and says what to do', async (args, expected, words) => {
    const { code, stdout, stderr } = await callCli(
      [...args, '--out', 'refused'].slice(0, args[1] === 'here' ? args.length : undefined),
      { cwd },
    );
    expect([code, stdout + stderr]).toEqual([expected, expect.stringMatching(words)]);
    expect(stderr).not.toMatch(stackLine);
    expect(existsSync(join(cwd, 'refused'))).toBe(false);
  });

  it('passes over a file that is none of its kinds, and says so', async () => {
    const { code, stdout } = await callCli(
      ['init', '--from', 'rate.json', 'notes.md', '--set', 'cpu=40ms', '--out', 'noted'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^warn notes\.md is none of the kinds .*assumed nothing of it$/m);
  });

  it('goes by what a person says where no file tells the capacity', async () => {
    const { code, stdout } = await callCli(['init', '--from', 'rate.json', '--out', 'said', '--set', 'cpu=40ms'], {
      cwd,
    });
    expect([code, stdout]).toEqual([0, expect.stringContaining('--policy none')]);
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)('at a terminal (needs script of util-linux)', () => {
  it('asks at most six questions, each once, and --yes none', { tags: ['ci'] }, () => {
    const command = (extra: string) =>
      `${process.execPath} ${join(root, 'dist/cli/main.js')} init --from rate.json --set cpu=40ms --out ${extra}`;
    const played = (text: string, input: string) =>
      execFileSync('script', ['-qec', text, '/dev/null'], {
        cwd,
        input,
        env: { PATH: process.env.PATH, TERM: 'xterm' },
      }).toString();
    const shown = played(command('asked'), '85s\n\n?\n200ms\n\n\n');
    expect(shown).toContain('? 1/6 How long from launch to ready?');
    expect(shown).toContain('? 6/6 ');
    expect(shown).not.toContain('? 7/');
    const { services, slo } = parse(readFileSync(join(cwd, 'asked/dryscale.yaml'), 'utf8'));
    expect(Object.values(services)).toMatchObject([{ instance: { startup: '85s' } }]);
    expect(slo).toMatchObject({ latency: '200ms' });
    expect(played(command('yes --yes'), '')).not.toContain('? 1/');
  });
});
