import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { assemble } from '../../src/engine/assemble.js';
import type { Balancer, BalancerContext } from '../../src/gateway/balancer.js';
import { balancers } from '../../src/gateway/balancers/index.js';
import * as outcome from '../../src/record/outcome.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** [answer] seconds since the instance got the try, and whether it was an error */
let heard: { readonly latencySeconds: number; readonly isError: boolean }[] = [];

// Every balancer of this file hears of answers, which no balancer of a scenario does.
beforeAll(() => {
  for (const made of balancers) {
    // safe: what every one of them builds from, and into.
    const variant = made as { build(settings: unknown, context: BalancerContext): Balancer };
    const { build } = variant;
    vi.spyOn(variant, 'build').mockImplementation((settings, context) =>
      Object.assign(build(settings, context), {
        finished: (_instance: number, latencySeconds: number, isError: boolean) =>
          heard.push({ latencySeconds, isError }),
      }),
    );
  }
});
afterAll(() => void vi.restoreAllMocks());

/** One instance with one slot, which needs 200 ms for each request of an even stream. */
function run(rate: number, gateway: ScenarioInput['gateway'], queue?: number): ArrayLike<number> {
  heard = [];
  const scenario = parseScenario({
    name: 'heard',
    duration: '60s',
    traffic: { load: { executor: 'constant-arrival-rate', rate, arrivals: 'even' } },
    requests: { work: { route: 'web', io: '200ms' } },
    services: {
      web: {
        instance: { concurrency: 1, ...(queue === undefined ? {} : { queue }) },
        scaling: { min: 1, max: 1, policy: 'none' },
      },
    },
    gateway,
  });
  const assembly = assemble({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false }, []);
  assembly.loop.run();
  return assembly.log.groups[0].counts;
}

const secondsOf = (answers: typeof heard) => [...new Set(answers.map((one) => one.latencySeconds.toFixed(6)))];

describe('a balancer that wants to hear of answers', () => {
  it('hears of each once, with the time since the instance got the request', () => {
    const counts = run(4, { balancer: 'least-requests' });
    expect(heard).toHaveLength(counts[outcome.completed]);
    expect(secondsOf(heard)).toEqual(['0.200000']);
    expect(heard.some(({ isError }) => isError)).toBe(false);
  });

  it("counts the wait in the instance's queue, and not that in a central one", () => {
    run(8, { balancer: 'least-requests', queue: {} });
    expect(secondsOf(heard)).toEqual(['0.200000']);
    run(8, { balancer: 'least-requests' });
    const seconds = heard.map(({ latencySeconds }) => latencySeconds);
    expect(Math.max(...seconds)).toBeGreaterThan(10);
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  });

  it('hears of a timeout as an error when it happens, and nothing of the answer that nobody waits for', () => {
    const counts = run(4, { balancer: 'random', timeout: '150ms' });
    expect(heard).toHaveLength(counts[outcome.timedOut]);
    expect(heard.length).toBeGreaterThan(200);
    expect(secondsOf(heard)).toEqual(['0.150000']);
    expect(heard.every(({ isError }) => isError)).toBe(true);
  });

  it('hears of a request that an instance refuses as an error', () => {
    const counts = run(8, { balancer: 'round-robin' }, 0);
    const refused = heard.filter(({ isError }) => isError);
    expect(refused).toHaveLength(counts[outcome.rejected]);
    expect(refused.length).toBeGreaterThan(100);
    expect(secondsOf(refused)).toEqual(['0.001000']);
  });
});
