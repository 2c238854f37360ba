import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/results.js';
import { callCli } from '../support/callCli.js';
import { root, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

/** One instance serves 40 requests a second; 60 arrive, or hardly any. */
const scenario = (rate: number, slo: string) => `
name: small
duration: 2m
traffic: { users: { executor: constant-arrival-rate, rate: ${rate}, arrivals: even } }
requests: { page: { route: web, io: 100ms } }
services: { web: { instance: { concurrency: 4, price: 0.1 }, scaling: { min: 1, max: 5, initial: 1 } } }
gateway: { queue: { limit: 100, timeout: 5s } }
slo: ${slo}
`;

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder({
    'busy.yaml': scenario(60, '{ latency: 1s, objective: 0.9 }'),
    'reported.yaml': scenario(60, '{ latency: 1s, objective: 0.9, gate: false }'),
    'quiet.yaml': scenario(0, '{ latency: 1s, objective: 0.9 }'),
  }));
});
afterAll(() => remove());

const compare = (file: string) => [
  'compare',
  file,
  '--policy',
  'static:2',
  '--policy',
  'static:1',
  '--runs',
  '2',
  '--quiet',
];
const run = (file: string, policy = 'static:1') => ['run', file, '--policy', policy, '--runs', '2', '--quiet'];

describe('a scenario with an SLO and no threshold', () => {
  for (const { tags, part } of sampled(
    [
      ['one policy that misses it', run('busy.yaml'), 99],
      ['one policy that meets it', run('busy.yaml', 'static:2'), 0],
      ['a candidate that misses it', compare('busy.yaml'), 99],
      ['a reference that misses it', [...compare('busy.yaml'), '--against', 'static:1'], 0],
      ['one of two that meets it, --gate any', [...compare('busy.yaml'), '--gate', 'any'], 0],
      ['--gate NAME of the one that meets it', [...compare('busy.yaml'), '--gate', 'static:2'], 0],
      ['--gate NAME of the one that misses it', [...compare('busy.yaml'), '--gate', 'static:1'], 99],
      ['gate: false', run('reported.yaml'), 0],
      ['--set slo.gate=false', [...run('busy.yaml'), '--set', 'slo.gate=false'], 0],
      ['no request at all', run('quiet.yaml'), 99],
      ['no request at all, --allow-empty', [...run('quiet.yaml'), '--allow-empty'], 0],
    ],
    5,
  )) {
    it.each(part)('%s', { tags }, async (_, args, code) => {
      const result = await callCli([...args, '--json'], { cwd });
      expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: '' });
      const { scenarios } = resultSchema.parse(JSON.parse(result.stdout));
      const missed = scenarios[0].policies.filter((policy) => 'slo' in policy && policy.slo?.met === false);
      if (code === 99) expect(missed.length).toBeGreaterThan(0);
    });
  }

  it('names what fails the command, on the terminal and in the merge of its parts', { tags: ['ci'] }, async () => {
    const missed = 'static:1 misses the SLO: exit code 99.';
    const whole = await callCli(compare('busy.yaml'), { cwd });
    expect(whole.stdout).toContain(missed);
    for (const part of ['1/2', '2/2'])
      await callCli([...compare('busy.yaml'), '--shard', part, '--out', 'parts'], { cwd });
    const merged = await callCli(['merge', 'parts', '--report', 'html,junit', '--out', 'merged'], { cwd });
    expect(merged.code).toBe(99);
    expect(merged.stdout).toContain(missed);
    expect(readFileSync(join(cwd, 'merged/junit.xml'), 'utf8')).toContain('<failure message="90 % under 1 s: ');
    expect(readFileSync(join(cwd, 'merged/report.html'), 'utf8')).toMatch(/good requests &gt;= 90 %<\/code>.*✗/);
  });

  it('without a request says so, and which source was silent', { tags: ['ci'] }, async () => {
    const { stdout } = await callCli(run('quiet.yaml'), { cwd });
    expect(stdout).toContain('so static:1 is not judged by the SLO (90 % under 1 s)');
    expect(stdout).toContain('source users: not one request after the warm-up, in any run');
    expect(stdout).toContain('static:1 misses the SLO (no requests): exit code 99.');
  });
});

describe('what a newcomer types first', () => {
  it('init writes a scenario whose policy meets its SLO and thresholds', { tags: ['ci'] }, async () => {
    const folder = temporaryFolder({});
    await callCli(['init', '.'], { cwd: folder.path });
    const { code } = await callCli(['run', 'my-service.yaml', '--runs', '3', '--quiet'], { cwd: folder.path });
    folder.remove();
    expect(code).toBe(0);
  });

  // That one of its policies keeps its limits is checked with the other shipped scenarios.
  it('npm start fails only where no policy keeps its limits', () => {
    expect(readFileSync(join(root, 'scripts/start.mjs'), 'utf8')).toContain(
      "'compare', 'scenarios/flash-sale.yaml', '--gate', 'any'",
    );
  });
});
