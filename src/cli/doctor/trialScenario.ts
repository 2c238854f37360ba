import type { ScenarioInput } from '../../scenario/schema.js';

/** What `doctor` tries a policy on: load that rises and falls, on a fleet with everything that a policy can read. */
export const trialScenario: ScenarioInput = {
  name: 'doctor',
  duration: '40m',
  traffic: {
    users: {
      executor: 'ramping-arrival-rate',
      startRate: 20,
      stages: [
        { duration: '10m', target: 20 },
        { duration: '5m', target: 100 },
        { duration: '10m', target: 100 },
        { duration: '5m', target: 10 },
        { duration: '10m', target: 10 },
      ],
    },
  },
  requests: {
    page: { route: 'web', cpu: { exponential: { mean: '50ms' } }, io: '50ms', memory: '2MB', responseBytes: '24kB' },
  },
  services: {
    web: {
      instance: {
        vcpus: 1,
        cpuRequest: 1,
        concurrency: 32,
        queue: 64,
        memory: '1GiB',
        memoryRequest: '1GiB',
        baseMemory: '200MB',
        startup: '30s',
        price: 0.05,
      },
      scaling: { min: 1, max: 20, initial: 3 },
    },
  },
  slo: { latency: '500ms', objective: 0.95, gate: false },
};

/** In words. */
export const trialText = '40 min of made-up traffic (20, 100 and 10 requests a second)';
