import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ChaosResult } from '../../src/results/chaosResult.js';
import { callCli } from '../support/callCli.js';
import { root, smallScenario, temporaryFolder } from '../support/runCli.js';

const small = smallScenario.replace(/^thresholds.*$/m, '').replace('objective: 0.9', 'objective: 0.95');
let folder: ReturnType<typeof temporaryFolder>;
const dryscale = (...args: string[]) => callCli(args, { cwd: folder.path });
const chaos = (file: string, ...args: string[]) => dryscale('chaos', file, '--runs', '2', '--budget', '60', ...args);
/** Words of a command that was printed. */
const wordsOf = (command: string) =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare).slice(1);

beforeAll(() => {
  const shipped = readFileSync(join(root, 'scenarios/spare-zone.yaml'), 'utf8');
  folder = temporaryFolder({
    'spare-zone.yaml': shipped.replace('../policies/', `${root}/policies/`),
    'small.yaml': small,
    'no-slo.yaml': small.replace(/^slo.*$/m, ''),
    'own.yaml': `${small}faults:\n  - { kind: slow, at: 1m, for: 30s, factor: 2, fraction: 0.5 }\n`,
    'missed.yaml': small.replace('latency: 1s', 'latency: 100ms'),
    'blind.lua':
      'return { decide = function(observation) return math.ceil(observation.metrics.request_rate / 20) end }',
  });
});
afterAll(() => folder.remove());

describe('dryscale chaos', () => {
  it('shrinks what breaks target-cpu to a combination of which neither part does', { tags: ['ci'] }, async () => {
    const policy = ['--policy', join(root, 'policies/target-cpu.lua')];
    const kinds = ['--faults', 'zone-outage,api-outage,crash,startup-failure'];
    const args = ['spare-zone.yaml', ...policy, ...kinds, '--seed', '3', '--budget', '240'];
    const { code, stdout } = await dryscale('chaos', ...args, '--json');
    expect(code).toBe(0);
    const { found, unfaulted, runs, worst, ...result } = JSON.parse(stdout) as ChaosResult;
    if (found === null) throw new Error('nothing found');
    expect(unfaulted[0].meets).toBe(true);
    expect(found.faults.map(({ kind }) => kind)).toEqual(['api-outage', 'zone-outage']);
    expect(found.minimal).toBe(true);
    expect(found.without.map(({ figure }) => figure.meets)).toEqual([true, true]);
    expect(found.fresh.meets).toBe(false);
    expect(worst[0].faults.length).toBeGreaterThanOrEqual(found.faults.length);
    expect(runs.unfaulted + runs.drawn + runs.shrinking + runs.final).toBeLessThanOrEqual(240);
    expect(result.tried.schedules * 3).toBe(runs.drawn);

    const [figure] = found.policies;
    const printed = figure.must[0].value;
    expect(printed).toBeLessThan(0.95);
    const path = join(folder.path, 'spare-zone.yaml');
    const before = readFileSync(path, 'utf8');
    const asItIs = await dryscale(...wordsOf(found.replay_unpasted), '--json');
    writeFileSync(path, before + found.stanza);
    const pasted = await dryscale(...wordsOf(found.replay), '--json');
    expect(parse(readFileSync(path, 'utf8')).faults).toEqual(found.faults);
    // Each fault by itself, pasted and run as the scenario that it then is.
    for (const fault of found.faults) {
      writeFileSync(path, `${before}faults: [${JSON.stringify(fault)}]\n`);
      const { code, stdout } = await dryscale(...wordsOf(found.replay), '--json');
      expect(JSON.parse(stdout).scenarios[0].policies[0].slo.met).toBe(true);
      expect(code).toBe(0);
    }
    writeFileSync(path, before);
    for (const { code, stdout } of [asItIs, pasted]) {
      expect(code).toBe(99);
      expect(JSON.parse(stdout).scenarios[0].policies[0].slo.good_share).toBe(printed);
    }
  });

  it('needs something that must hold, kinds that exist and enough runs', async () => {
    expect(await chaos('no-slo.yaml')).toMatchObject({ code: 2, stderr: expect.stringContaining('[needs-slo]') });
    expect(await chaos('small.yaml', '--faults', 'crsh,slow,zone-outage')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "crash"?'),
    });
    expect(await chaos('small.yaml', '--faults', 'zone-outage')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot meet a zone-outage'),
    });
    expect(await chaos('small.yaml', '--budget', '7')).toMatchObject({ code: 2 });
    const few = await dryscale('chaos', 'small.yaml', '--budget', '7');
    expect(few).toMatchObject({ code: 2, stderr: expect.stringContaining('write --budget 24 or more') });
  });

  it('ends with 99 where --must is broken, and its replay, too; with 0 where it holds', { tags: ['ci'] }, async () => {
    const must = ['--must', 'http_req_failed rate<0.05', '--must', 'http_req_duration p(95)<400'];
    const broken = await chaos('no-slo.yaml', '--policy', 'static:2', ...must, '--faults', 'black-hole', '--json');
    expect(broken.code).toBe(99);
    const { found, loss } = JSON.parse(broken.stdout) as ChaosResult;
    expect(loss.unit).toBe('percent of the limit');
    if (found === null) throw new Error('nothing found');
    const replay = await dryscale(...wordsOf(found.replay_unpasted), '--json');
    expect(replay.code).toBe(99);
    const { thresholds } = JSON.parse(replay.stdout).scenarios[0].policies[0];
    const values = (list: readonly { metric: string; value: number | null }[]) =>
      Object.fromEntries(list.map(({ metric, value }) => [metric, value]));
    expect(values(thresholds)).toEqual(values(found.policies[0].must));
    const kept = await chaos(
      'small.yaml',
      '--policy',
      'static:2',
      '--must',
      'http_reqs count>0',
      '--faults',
      'black-hole',
    );
    expect(kept.code).toBe(0);
    expect(kept.stdout).toContain('That is no proof');
  });

  it('keeps the faults of the scenario, before its own', { tags: ['ci'] }, async () => {
    const { stdout } = await chaos('own.yaml', '--policy', 'static:2', '--faults', 'stall,black-hole', '--json');
    const { found, scenario } = JSON.parse(stdout) as ChaosResult;
    if (found === null) throw new Error('nothing found');
    expect(scenario.own_faults).toBe(1);
    const [own, ...drawn] = parse(found.stanza).faults;
    expect(own).toMatchObject({ kind: 'slow', at: '1m', for: '30s', factor: 2, fraction: 0.5 });
    expect(drawn).toEqual(found.faults);
    const path = join(folder.path, 'own.yaml');
    writeFileSync(path, small + found.stanza);
    const replay = await dryscale(...wordsOf(found.replay), '--json');
    expect(JSON.parse(replay.stdout).scenarios[0].policies[0].slo.good_share).toBe(found.policies[0].must[0].value);
  });

  it('says that the SLO is missed without faults, and ranks by what they add', { tags: ['ci'] }, async () => {
    const { code, stdout } = await chaos('missed.yaml', '--policy', 'static:2', '--faults', 'black-hole', '--json');
    expect(code).toBe(0);
    const { found, loss, unfaulted, tried } = JSON.parse(stdout) as ChaosResult;
    expect(loss.ranked_by).toBe('added');
    expect(unfaulted[0].meets).toBe(false);
    expect(tried.broke).toBe(0);
    expect(found?.policies[0].loss).toBeGreaterThan(unfaulted[0].loss ?? 0);
    const text = (await chaos('missed.yaml', '--policy', 'static:2', '--faults', 'black-hole')).stdout;
    expect(text).toMatch(/static:2 gets worse under/);
    expect(text.replace(/\s+/g, ' ')).toContain('static:2 misses it without faults');
    for (const line of text.split('\n')) if (!line.includes('--set')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('finds a policy that fails without metrics: 107, one fault', { tags: ['ci'] }, async () => {
    const { code, stdout } = await chaos(
      'small.yaml',
      '--policy',
      'blind.lua',
      '--faults',
      'metrics-outage,crash',
      '--json',
    );
    expect(code).toBe(107);
    const { found } = JSON.parse(stdout) as ChaosResult;
    expect(found?.faults.map(({ kind }) => kind)).toEqual(['metrics-outage']);
    expect(found?.policies[0].failure?.message).toContain('blind.lua');
  });

  it('runs several policies on the same schedules, and says what each makes of the worst', {
    tags: ['ci'],
  }, async () => {
    const both = ['--policy', 'static:2', '--policy', 'static:5', '--faults', 'black-hole'];
    const { stdout } = await chaos('small.yaml', ...both, '--json');
    const { found, worst } = JSON.parse(stdout) as ChaosResult;
    expect(found?.policies.map(({ policy }) => policy)).toEqual(['static:2', 'static:5']);
    for (const { policies } of worst) expect(policies).toHaveLength(2);
    const replay = await dryscale(...wordsOf(found?.replay_unpasted ?? ''), '--json');
    const shares = JSON.parse(replay.stdout).scenarios[0].policies.map(
      (one: { slo: { good_share: number } }) => one.slo.good_share,
    );
    expect(shares).toEqual(found?.policies.map(({ must }) => must[0].value));
  });

  it('keeps two fifths of a small budget for shrinking, and says where none is left', async () => {
    const small = (...args: string[]) =>
      dryscale('chaos', 'small.yaml', '--policy', 'static:2', '--faults', 'black-hole', '--runs', '2', ...args);
    for (const budget of [40, 60]) {
      const { runs } = JSON.parse((await small('--budget', `${budget}`, '--json')).stdout) as ChaosResult;
      expect(runs.unfaulted + runs.drawn).toBeLessThanOrEqual(0.6 * budget);
      expect(runs.shrinking).toBeGreaterThan(0);
    }
    const { stdout } = await small('--budget', '16');
    expect(stdout).toMatch(/0\s+to\s+shrink/);
    expect(stdout).toMatch(/Schedule 1 as it was drawn: the budget left no run to shrink it/);
  });

  it('replays the stanza where faults were given with --set', async () => {
    const own = ['--set', 'faults=[{kind: crash, at: 1m, fraction: 0.5}]'];
    const { stdout } = await chaos('small.yaml', '--policy', 'static:2', ...own, '--json');
    const { found, scenario } = JSON.parse(stdout) as ChaosResult;
    expect(scenario.own_faults).toBe(1);
    if (found === null) throw new Error('nothing found');
    expect(found.replay).not.toContain('faults');
    expect(found.replay_unpasted.split('faults=').length - 1).toBe(1);
    expect(found.stanza).toContain('kind: crash');
  });

  it('names no kind with --faults ,', async () => {
    const { code, stderr } = await chaos('small.yaml', '--policy', 'static:2', '--faults', ',');
    expect([code, stderr]).toEqual([2, expect.stringContaining('names no kind of fault')]);
  });

  it('stays within 80 columns whatever the policies are called', async () => {
    const names = ['checkout', 'inventory'].map((word) => `a-policy-with-a-very-long-name-for-${word}.lua`);
    for (const name of names)
      writeFileSync(join(folder.path, name), readFileSync(join(folder.path, 'blind.lua'), 'utf8'));
    const policies = [...names, 'static:2'].flatMap((name) => ['--policy', name]);
    const { stdout } = await dryscale('chaos', 'small.yaml', ...policies, '--runs', '1', '--budget', '40');
    expect(stdout).toMatch(/\n {2}worst /);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints the same bytes with any number of workers', { tags: ['ci'] }, async () => {
    const withWorkers = (count: string) =>
      chaos('small.yaml', '--policy', 'static:2', '--faults', 'black-hole,crash', '--json', '--workers', count);
    const [one, two] = await Promise.all([withWorkers('1'), withWorkers('2')]);
    expect(JSON.parse(one.stdout).found).not.toBeNull();
    expect(two.stdout).toBe(one.stdout);
  });
});
