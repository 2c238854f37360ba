import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { rabbitmq, scaledObjectText } from './manifestText.js';

/** Ten minutes of work of one second each, 8 a second, to a service that begins at 0 instances; then nothing. */
const scenario = parseScenario({
  name: 'worker',
  duration: '30m',
  traffic: {
    jobs: {
      executor: 'ramping-arrival-rate',
      startRate: 8,
      stages: [
        { duration: '10m', target: 8 },
        { duration: '1s', target: 0 },
        { duration: '1139s', target: 0 },
      ],
    },
  },
  requests: { job: { route: 'worker', io: '1s' } },
  services: {
    worker: {
      instance: { concurrency: 1, startup: '10s' },
      scaling: { min: 0, max: 100, initial: 0 },
    },
  },
  // Without a central queue requests are refused at 0 instances, and nothing would ever wait.
  gateway: { queue: { limit: 10_000 } },
  telemetry: { scrape: '15s', window: '60s', phase: '0s' },
});

describe('a ScaledObject in a simulation', () => {
  it('is woken by the queue at 0 instances, grows by its HPA and goes back to 0', () => {
    const { detail, measures } = runOnce({
      scenario,
      scenarioFolder: '.',
      bindings: {
        worker: {
          kind: 'manifest',
          fileName: 'worker.yaml',
          path: 'worker.yaml',
          code: scaledObjectText({ triggers: rabbitmq }),
          params: {},
          metricNames: {},
        },
      },
      replication: 0,
      detail: true,
    });
    const decisions = detail?.decisions ?? [];
    const first = decisions.find(({ applied }) => applied > 0);
    expect(first).toMatchObject({ time_s: 30, applied: 1, rule: 'activation: s0 rabbitmq' });
    expect(decisions.some(({ rule }) => rule?.startsWith('hpa: '))).toBe(true);
    expect(decisions.some(({ rule }) => rule === 'scale-in cooldown')).toBe(true);
    expect(decisions.at(-1)).toMatchObject({ applied: 0, rule: 'inactive' });
    expect(Math.max(...decisions.map(({ applied }) => applied))).toBeGreaterThan(8);
    expect(measures.requests_completed).toBe(measures.requests_offered);
  });
});
