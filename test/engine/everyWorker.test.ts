import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

/** What happens in the first ticks of scenarios/every-worker.yaml in which CPU is high: [time, from, to, calls throttled]. */
async function firstTicks(policy: string, sets: readonly string[] = []) {
  const { scenario, folder } = await loadScenario(join(root, 'scenarios/every-worker.yaml'), {
    set: ['duration=18m', ...sets],
  });
  const file = join(root, 'policies/openresty', policy);
  const [{ bindings }] = await resolveCandidates({ texts: [file], baseFolder: root });
  const { detail, findings } = runOnce({ scenario, scenarioFolder: folder, bindings, replication: 0, detail: true });
  const ticks = new Map<number, { from: number; to: number; throttled: number }>();
  let before = 4;
  for (const { time_s, applied, result, other_controllers: others = 0 } of detail?.decisions ?? []) {
    const tick = ticks.get(time_s) ?? { from: before, to: before, throttled: 0 };
    ticks.set(time_s, { ...tick, to: applied, throttled: tick.throttled + (result === 'throttled' ? 1 + others : 0) });
    before = applied;
  }
  const rows = [...ticks].map(([seconds, { from, to, throttled }]) => [seconds, from, to, throttled]);
  return { rows, findings };
}

describe('a timer in each of twelve workers', () => {
  it('adds twelve instances where each means to add one, and the calls of the next tick are throttled', async () => {
    const { rows, findings } = await firstTicks('worker-timer.lua');
    expect(rows.slice(0, 2)).toEqual([
      [1020.5, 4, 16, 0],
      [1050.5, 16, 24, 4],
    ]);
    expect(findings).toContain('12 controllers acted at the same instant, at 1020.5 s: 4 -> 16 instances');
  });

  it('adds one a gateway with a lock in the dictionary that nginx shares among the workers of a gateway', async () => {
    const { rows } = await firstTicks('worker-timer-lock.lua');
    expect(rows.slice(0, 2)).toEqual([
      [1020.5, 4, 7, 0],
      [1050.5, 7, 10, 0],
    ]);
  });

  it('adds one in all where the lock is seen by all, and twelve where nobody shares it', { tags: ['ci'] }, async () => {
    const shared = (value: string) => [`services.web.scaling.controllers.shared=${value}`];
    expect((await firstTicks('worker-timer-lock.lua', shared('true'))).rows[0]).toEqual([1020.5, 4, 5, 0]);
    expect((await firstTicks('worker-timer-lock.lua', shared('false'))).rows[0]).toEqual([1020.5, 4, 16, 0]);
  });
});
