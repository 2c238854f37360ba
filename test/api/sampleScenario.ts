import { defineScenario } from '../../src/scenario/defineScenario.js';

/** A scenario object that runs in milliseconds, with one threshold that is met and one that is missed. */
export const sampleScenario = defineScenario({
  name: 'small',
  duration: '5m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
  requests: { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
  services: {
    web: {
      instance: { concurrency: 4, startup: '10s', price: 0.1 },
      scaling: { min: 1, max: 5, initial: 2 },
    },
  },
  gateway: { queue: { limit: 100, timeout: '5s' } },
  slo: { latency: '1s', objective: 0.9 },
  thresholds: { http_req_failed: ['rate<0.01'], cost_usd: ['value<0.0001'] },
});
