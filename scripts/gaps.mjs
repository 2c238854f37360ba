// How much the answer moves with what a cluster does and a scenario may leave out: the table of docs/validation.md.
// node scripts/gaps.mjs, after npm run build; the same numbers every time.
import { simulate } from '../dist/index.js';

const policy = { name: 'cpu-target', every: '15s', decide };

/** As an HPA with a target of 60 % of the request, without its windows. */
function decide({ metrics, instances }) {
  const used = metrics.cpu_utilization_of_request;
  if (used === undefined || Math.abs(used / 0.6 - 1) <= 0.1) return undefined;
  return Math.max(1, Math.ceil((instances.ready * used) / 0.6));
}

function scenario({ gateway, traffic, instance, source }) {
  return {
    name: 'gaps',
    duration: '20m',
    warmup: '5m',
    traffic: { users: source ?? { executor: 'constant-arrival-rate', rate: 200, ...traffic } },
    requests: { page: { route: 'web', cpu: { lognormal: { mean: '25ms', cv: 1 } }, io: '10ms' } },
    services: {
      web: {
        instance: { vcpus: 1, cpuRequest: 0.5, concurrency: 64, queue: 128, startup: '30s', price: 0.1, ...instance },
        scaling: { min: 2, max: 60, initial: 8 },
      },
    },
    gateway: { balancer: 'least-requests', ...gateway },
    slo: { latency: '300ms', objective: 0.99 },
  };
}

async function measure(parts, who) {
  const { measures } = await simulate(scenario(parts), who, { runs: 10 });
  return {
    p99: measures.latency_all_p99_ms?.mean,
    instances: measures.instances_mean.mean,
    good: measures.slo_attainment.mean,
  };
}

const rounded = (value) => (value === undefined || value === null ? 'unanswered' : Number(value.toPrecision(3)));
const ramp = {
  executor: 'ramping-arrival-rate',
  startRate: 60,
  stages: [
    { duration: '8m', target: 60 },
    { duration: '1m', target: 240 },
    { duration: '11m', target: 240 },
  ],
};
const rows = [
  ['balancer: least-requests', 'static:8', {}],
  ['balancer: random', 'static:8', { gateway: { balancer: 'random' } }],
  ['arrivals: poisson', 'static:8', {}],
  ['arrivals: gamma, cv 4', 'static:8', { traffic: { arrivals: { gamma: { cv: 4 } } } }],
  ['idle CPU: 0, request 0.25', policy, { instance: { cpuRequest: 0.25 } }],
  ['idle CPU: 0.05, request 0.25', policy, { instance: { cpuRequest: 0.25, baseCpu: 0.05 } }],
  ['startup: 30 s', policy, { source: ramp }],
  [
    'startup: median 25 s, p95 90 s',
    policy,
    { source: ramp, instance: { startup: { lognormal: { median: '25s', p95: '90s' } } } },
  ],
];
for (const [name, who, parts] of rows) {
  const { p99, instances, good } = await measure(parts, who);
  console.log(`${name}: p99 ${rounded(p99)} ms, ${rounded(instances)} instances, ${rounded(good * 100)} % good`);
}

// What no run here shows, by formula.
// Connections live 5 min on average and stay where they are; a fleet of n doubles: old share = 1/2 + 1/2 e^(-t / life).
console.log(
  `connections: old pods carry ${rounded(50 + 50 * Math.exp(-60 / 300))} % after 60 s, ${rounded(50 + 50 * Math.exp(-300 / 300))} % after 5 min`,
);
// A limit of q vCPUs with n running: the quota of a period of 100 ms is gone after q/n of it, the rest is a stall.
console.log(`CFS quota: a stall of up to ${rounded(100 * (1 - 1 / 4))} ms with a limit of 1 and 4 running`);
// A pod that goes is sent requests until every node knows: rate / pods x lag, without a preStop sleep.
console.log(
  `endpoints: ${rounded((200 / 8) * 2)} requests a pod that stops, at 200 a second on 8 pods and a lag of 2 s`,
);
