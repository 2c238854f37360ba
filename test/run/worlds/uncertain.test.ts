import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from '../../../src/results/results.js';
import { callCli } from '../../support/callCli.js';
import { temporaryFolder } from '../../support/runCli.js';

/** Two fixed fleets whose cost is linear in a price: 3 instances of `web` cost what 2 of them and 2 more of `other` do at 0.2. */
const linear = `name: linear
duration: 2m
traffic:
  users: { executor: constant-arrival-rate, rate: 5 }
requests:
  page: { route: web, cpu: 10ms }
services:
  other: { instance: { vcpus: 1, price: 0.10 }, scaling: { min: 1, max: 4 } }
  web: { instance: { vcpus: 1, startup: 5s, price: 0.10 }, scaling: { min: 1, max: 4 } }
slo: { latency: 1s, objective: 0.9 }
`;
const ranges = `assumptions:
  - { path: services.web.instance.price, low: 0.05, high: 0.40, basis: guess }
  - { path: services.web.instance.startup, low: 1s, high: 20s, basis: guess }
  - { path: requests.page.cpu, basis: measured }
`;
const noWidth = `assumptions:
  - { path: services.web.instance.price, low: 0.1, high: 0.1, basis: guess }
  - { path: requests.page.cpu, low: 10ms, high: 10ms, basis: guess }
`;
const folder = temporaryFolder({ 'linear.yaml': linear + ranges, 'flat.yaml': linear + noWidth, 'none.yaml': linear });

const two = ['--policy', 'web=static:2;other=static:3', '--policy', 'web=static:3;other=static:1'];
afterAll(folder.remove);

async function compared(args: readonly string[]): Promise<{ document: ResultDocument; text: string }> {
  const { code, stdout, stderr } = await callCli(['compare', ...args, '--json', '--quiet'], { cwd: folder.path });
  expect(`${code} ${stderr}`).toMatch(/^(0|99) /);
  return { document: JSON.parse(stdout), text: stdout };
}

describe('compare --uncertain', () => {
  for (const [worlds, runs, ...tags] of [
    [16, 3],
    [40, 5, 'ci'],
  ] as const)
    it(`finds the flip where it is, and nothing for an input without effect, in ${worlds} worlds`, {
      tags: [...tags],
    }, async () => {
      const { document } = await compared(['linear.yaml', ...two, '--runs', `${runs}`, '--uncertain', `${worlds}`]);
      const [{ robustness, sensitivity, policies: results }] = document.scenarios;
      const [price, startup] = robustness?.flips ?? [];
      expect(robustness?.winner).toBe('web=static:3;other=static:1');
      expect(price.at).toBeCloseTo(0.2, 4);
      expect(price.beyond).toBe('above');
      expect(startup.at).toBeNull();
      expect(sensitivity?.[0]).toEqual({ path: 'services.web.instance.price', effect: -1 });
      expect(Math.abs(sensitivity?.[1].effect ?? 1)).toBeLessThan(0.02);
      expect(robustness?.control).toEqual({ runs: worlds, share: 1 });
      // Of the triangle 0.05, 0.1, 0.4 a share of 1 - (0.2^2 / (0.35 x 0.3)) = 0.619 lies below 0.2.
      expect(Math.abs((robustness?.share ?? 0) - 0.619)).toBeLessThan(0.25);
      expect(robustness?.not_drawn.without_range).toEqual(['requests.page.cpu']);
      for (const policy of results) {
        const [low, high] = ('measures' in policy && policy.measures.cost_usd.plausible) || [];
        expect(low).toBeLessThan(high ?? 0);
      }
    });

  it('gives the same bytes with 1 and 2 workers, in parts, and when it goes on', { tags: ['ci'] }, async () => {
    const asked = ['linear.yaml', ...two, '--runs', '3', '--uncertain', '6'];
    const [a, b] = [await compared([...asked, '--workers', '1']), await compared([...asked, '--workers', '2'])];
    expect(b.text).toBe(a.text);
    for (const part of ['1/2', '2/2']) {
      await callCli(['compare', ...asked, '--shard', part, '--out', 'parts'], { cwd: folder.path });
    }
    const merged = await callCli(['merge', 'parts', '--json', '--out', 'merged'], { cwd: folder.path });
    expect(merged.stdout).toBe(a.text);
    const resumed = await compared([...asked, '--resume']);
    expect(resumed.text).toBe(a.text);
  });

  it('of ranges without width is the plain comparison, and its worlds are the control', async () => {
    const asked = ['flat.yaml', ...two, '--runs', '5'];
    const [plain, drawn] = [await compared(asked), await compared([...asked, '--uncertain', '5'])];
    const [{ robustness, sensitivity, ...scenario }] = drawn.document.scenarios;
    const policiesOf = scenario.policies.map((policy) => ({
      ...policy,
      ...('measures' in policy
        ? {
            measures: Object.fromEntries(
              Object.entries(policy.measures).map(([name, { plausible: _, ...aggregate }]) => [name, aggregate]),
            ),
          }
        : {}),
    }));
    expect({ ...scenario, policies: policiesOf }).toEqual(plain.document.scenarios[0]);
    expect(robustness?.share).toBe(robustness?.control.share);
    expect(sensitivity?.map(({ effect }) => effect)).toEqual([0, 0]);
  });

  it('of one policy says in how many worlds it meets the limits', async () => {
    const { code, stdout } = await callCli(
      [
        'compare',
        'linear.yaml',
        '--policy',
        'static:2',
        '--set',
        'slo.latency=11ms',
        '--runs',
        '3',
        '--uncertain',
        '10',
      ],
      { cwd: folder.path },
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/static:2 meets the limits in \d+ of 10 plausible worlds \(by chance alone \d+ of 10\)/);
  });

  it('says in words what was asked for and cannot be', async () => {
    const said = async (...args: string[]) =>
      (await callCli(['compare', ...args], { cwd: folder.path })).stderr.split('\n')[0];
    expect(await said('none.yaml', '--uncertain')).toContain('no assumption of the scenario has a range');
    expect(await said('linear.yaml', '--uncertain', '--replication', '1')).toContain('[conflicting-options]');
    expect(await said('linear.yaml', '--goal', 'cost_usd')).toContain('--goal needs --uncertain');
    expect(await said('linear.yaml', '--uncertain', '--goal', 'cost')).toContain('[unknown-name]');
    expect(await said('linear.yaml', '--uncertain', '1')).toContain('--uncertain is "1"');
  });

  it('is off unless asked for, and a line says which ranges are not used', async () => {
    const { stdout } = await callCli(['compare', 'linear.yaml', ...two, '--runs', '3'], { cwd: folder.path });
    expect(stdout).toContain('ranges not used: 2 (price and startup); --uncertain draws from them');
    expect(readFileSync(join(folder.path, 'reports/latest/report.json'), 'utf8')).not.toContain('robustness');
  });
});
