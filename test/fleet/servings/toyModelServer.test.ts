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
});
