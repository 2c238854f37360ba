import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { servings } from '../../../src/fleet/servings/index.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { toyModelServer } from './toyModelServer.js';

function served(rate: number, part: Partial<ScenarioInput> = {}) {
  const scenario = parseScenario({
    name: 'chat',
    duration: '5m',
    traffic: { chat: { executor: 'constant-arrival-rate', rate } },
    requests: { prompt: { route: 'model', cpu: { exponential: { mean: '1s' } } } },
    services: { model: { instance: { concurrency: 32, drain: '1s' }, scaling: { min: 2, max: 2 } } },
    ...part,
  });
  const run = { scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: true } as const;
  return runOnce({ ...run, servings: [toyModelServer, ...servings] }).measures;
}

describe('a way to serve of its own', () => {
  it('runs whole, and passes the conservation checks', () => {
    // A run whose counts differ throws.
    const measures = served(4);
    expect(measures.requests_offered).toBeGreaterThan(1_000);
    expect(measures.requests_completed).toBeGreaterThan(0.95 * Number(measures.requests_offered));
  });

  it('makes latency grow with the batch', () => {
    const [alone, full] = [served(0.2), served(20)];
    // 50 tokens of 21 ms each on average, alone.
    expect(Number(alone.latency_mean_ms) / 1_050).toBeCloseTo(1, 0);
    expect(Number(full.latency_mean_ms)).toBeGreaterThan(1.3 * Number(alone.latency_mean_ms));
  });

  it('gives up what it holds where instances crash, and goes on where requests time out', () => {
    const faults = [{ kind: 'crash', at: '1m', count: 1 }] as const;
    const gateway = { timeout: '3s', retries: { attempts: 2 } } as const;
    const measures = served(10, { faults: [...faults], gateway });
    expect(measures.requests_completed).toBeGreaterThan(1_000);
    expect(Number(measures.attempts) / Number(measures.requests_offered)).toBeGreaterThan(1);
  });

  it('stands beside another way, and neither changes the numbers of the other', () => {
    const scenario = parseScenario({
      name: 'two-ways',
      duration: '3m',
      traffic: {
        pages: { executor: 'constant-arrival-rate', rate: 20, request: 'page' },
        chat: { executor: 'constant-arrival-rate', rate: 4, request: 'prompt' },
      },
      requests: {
        page: { route: 'web', cpu: { exponential: { mean: '50ms' } }, io: '20ms' },
        prompt: { route: 'model', cpu: { exponential: { mean: '1s' } } },
      },
      services: {
        web: { instance: {}, scaling: { min: 2, max: 2 } },
        model: { instance: { concurrency: 32 }, scaling: { min: 2, max: 2 } },
      },
    });
    const run = { scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false } as const;
    const isModel = { ...toyModelServer, fits: ({ service }: { readonly service: number }) => service === 1 };
    const [together, alone] = [[isModel, ...servings], servings].map(
      (ways) => runOnce({ ...run, servings: ways }).measures,
    );
    const name = 'latency_mean_ms';
    expect(together[`services.web.${name}`]).toBe(alone[`services.web.${name}`]);
    expect(together[`services.model.${name}`]).not.toBe(alone[`services.model.${name}`]);
  });
});
