import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { loadScenario } from '../../src/scenario/load.js';

const root = resolve(import.meta.dirname, '../..');
const names = ['openresty/pool-timer', 'apisix/pool-scaler', 'haproxy/pool-task', 'luasocket/loop'];

describe.each(names)('policies/%s.lua, as its host would run it', (name) => {
  const path = join(root, 'policies', `${name}.lua`);

  it('says what it is', () => {
    const [first, second] = readFileSync(path, 'utf8').split('\n');
    expect(first).toMatch(/^-- .{40,}/);
    expect(second).toMatch(/Use it/);
  });

  it("scales through its company's API: up with the traffic, down one by one after quiet minutes", {
    tags: name === names[0] ? [] : ['ci'],
  }, async () => {
    const { scenario, folder } = await loadScenario(join(root, 'scenarios/own-api.yaml'));
    const [{ bindings }] = await resolveCandidates({ texts: [path], baseFolder: root });
    const run = runOnce({ scenario, scenarioFolder: folder, bindings, replication: 0, detail: true });
    const decisions = run.detail?.decisions ?? [];
    expect(new Set(decisions.map(({ reason }) => reason))).toEqual(
      new Set(['PUT https://api.mycloud.example/v1/pools/web']),
    );
    const counts = [4, ...decisions.map(({ applied }) => applied)];
    // At the top, 120/s x 50 ms = 6 busy vCPUs: 10 instances at 60 %.
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(10);
    const steps = counts.slice(1).map((count, index) => count - counts[index]);
    expect(Math.min(...steps)).toBe(-1);
    const lowered = decisions.filter((_, index) => steps[index] < 0).map(({ time_s }) => time_s);
    for (const [index, time] of lowered.slice(1).entries()) expect(time - lowered[index]).toBeGreaterThanOrEqual(299);
    expect(run.findings).toEqual([]);
    expect(run.measures.slo_attainment).toBeGreaterThan(0.99);
  });
});
