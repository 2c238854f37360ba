// What users run: the rows that the benchmark measures first, each as command lines of the program.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cpuSeconds } from './cpuSeconds.mjs';

const exponential = (mean) => ({ exponential: { mean } });
const steady = (rate) => ({ load: { executor: 'constant-arrival-rate', rate } });

/** Ten instances, 60 % busy: 300 requests a second of 40 ms on 20 vCPUs. */
const sharing = {
  name: 'sharing',
  traffic: steady(300),
  requests: { page: { route: 'web', cpu: exponential('40ms'), io: exponential('20ms') } },
  services: { web: { instance: { vcpus: 2 }, scaling: { min: 10, max: 10 } } },
  gateway: { balancer: 'least-requests' },
};

/** M/M/64 at 80 %, first come, first served. */
const slots = {
  name: 'slots',
  traffic: steady(51_200),
  requests: { page: { route: 'web', io: exponential('1ms') } },
  services: { web: { instance: { concurrency: 64 } } },
  gateway: { queue: {} },
};

/** A thousand instances, 60 % busy on the whole: the traffic sways, and the policy follows. */
const fleet = {
  name: 'fleet',
  traffic: {
    load: {
      executor: 'ramping-arrival-rate',
      startRate: 3000,
      stages: Array.from({ length: 40 }, (_, index) => ({
        duration: '5m',
        target: [3900, 3000, 2100, 3000][index % 4],
      })),
    },
  },
  requests: { page: { route: 'web', cpu: exponential('400ms') } },
  services: {
    web: { instance: { vcpus: 2, startup: '10s' }, scaling: { min: 500, max: 2000, initial: 1000 } },
  },
  gateway: { balancer: 'least-requests' },
};

/** The traffic of flash-sale: from 60 to 600 requests a second, for some minutes, and back; seconds and rates. */
const flashSaleRates = [0, 60, 300, 60, 600, 600, 960, 600, 1080, 60, 1440, 60];
const flashSaleDemand = [0.04, 1.2, 0.02, 0.5];
/** What the curve needs at 80 % of its peak: 600 requests a second of 40 ms on 30 vCPUs. */
const flashSaleFleet = 15;

/** The curve over and over; the end of one is the begin of the next. */
const flashSaleTenfold = Array.from({ length: 10 }, (_, cycle) =>
  flashSaleRates.slice(cycle === 0 ? 0 : 2).map((value, index) => (index % 2 === 0 ? 1440 * cycle + value : value)),
).flat();

/** Of the request loop of flash-sale; the fleet stands, for a policy is no part of it. */
const flashSaleLoop = (timeoutSeconds) => ({
  kernel: 'requestLoop',
  kernelArgs: () => [flashSaleFleet, 2, ...flashSaleDemand, timeoutSeconds, ...flashSaleTenfold],
});

const retries = {
  balancer: 'least-requests',
  timeout: '2s',
  retries: { attempts: 3, backoff: { base: '100ms', factor: 2, jitter: 'full' }, budget: 0.2 },
};

/** Chats on model servers, `rate` a second, with `replicas` of a preset. */
function chats({ rate, replicas, prefix, picker }) {
  return {
    name: 'chats',
    traffic: steady(rate),
    requests: {
      chat: {
        route: 'chat',
        promptTokens: { lognormal: { mean: 575, cv: 0.6 } },
        outputTokens: { lognormal: { mean: 248, cv: 0.8 } },
        ...(prefix && { prefix }),
      },
    },
    models: { model: { preset: 'llama-2-7b-h100' } },
    services: { chat: { instance: { model: 'model' }, scaling: { min: replicas, max: replicas } } },
    ...(picker && { ai: { picker } }),
  };
}

/** Where a pick weighs queues, memory and the prefixes of 64 servers. */
const pickedChats = chats({
  rate: 640,
  replicas: 64,
  prefix: { groups: 50, tokens: 800, skew: 1.1 },
  picker: { scorers: { queue: 2, prefix: 3, kv: 1 }, refresh: '100ms' },
});

/**
 * Each with its key, what it is, and how it is measured: `slope`, the difference of a long and a short run, is what a
 * further request costs; `whole` is the process from its start to its end, compilation and reports included.
 * `kernelArgs` may look at what the long run measured.
 */
const userRows = [
  {
    key: 'sharing',
    title: '10 instances x 2 vCPU, cpu 40 ms + io 20 ms, 60 % busy, least-requests, no policy',
    kind: 'slope',
    scenario: sharing,
    policy: () => 'none',
    seconds: [3334, 16_667],
    kernel: 'requestLoop',
    kernelArgs: () => [10, 2, 0.04, 1, 0.02, 1, 0, 0, 300, 16_667, 300],
    simpy: ['sharing_simpy.py', [10, 2, 0.04, 1, 0.02, 1, 0, 300, 200, 300]],
  },
  {
    key: 'flash-sale',
    title: '`compare scenarios/flash-sale.yaml` as shipped, one worker',
    kind: 'whole',
    ...flashSaleLoop(0),
    simpy: [
      'sharing_simpy.py',
      [
        flashSaleFleet,
        2,
        ...flashSaleDemand,
        ...flashSaleRates.map((value, index) => (index % 2 === 0 ? value / 6 : value)),
      ],
    ],
  },
  { key: 'retries', title: 'the same with timeouts and retries', kind: 'whole', gateway: retries, ...flashSaleLoop(2) },
  {
    key: 'slots',
    title: 'M/M/64 by slots, central queue',
    kind: 'slope',
    scenario: slots,
    policy: () => 'none',
    // Both below the number of requests from which the command lets V8 inline more (src/run/inlineMore.ts).
    seconds: [40, 190],
    kernel: 'queue',
    kernelArgs: () => [64, 0.001, 51_200, 190],
    simpy: ['queue_simpy.py', [64, 60_000]],
  },
  {
    key: 'fleet',
    title: '1,000 instances x 2 vCPU, cpu 400 ms, least-requests, autoscaled by target-cpu.lua',
    kind: 'slope',
    scenario: fleet,
    policy: (root) => join(root, 'policies/target-cpu.lua'),
    seconds: [300, 1500],
    kernel: 'requestLoop',
    kernelArgs: ({ instances_mean, requests_offered }) => {
      const rate = requests_offered / 1500;
      return [Math.round(instances_mean), 2, 0.4, 1, 0, 0, 0, 0, rate, 1500, rate];
    },
    simpy: ['sharing_simpy.py', [1000, 2, 0.4, 1, 0, 0, 0, 3000, 10, 3000]],
  },
  {
    key: 'model-server',
    title: 'one model server, 10 chats a second',
    kind: 'slope',
    scenario: chats({ rate: 10, replicas: 1 }),
    policy: () => 'none',
    seconds: [7200, 36_000],
  },
  {
    key: 'picked-servers',
    title: '64 model servers, 640 chats a second with 50 prefixes, picked by queue, prefix and memory',
    kind: 'slope',
    scenario: pickedChats,
    policy: () => 'none',
    seconds: [120, 600],
  },
  {
    key: 'model-day',
    title: 'a day of 5 chats a second on 8 model servers',
    kind: 'slope',
    scenario: chats({ rate: 5, replicas: 8 }),
    policy: () => 'none',
    seconds: [7200, 86_400],
  },
];

/** Those named by their keys, joined by commas; `users` are all. */
export function rowsOf(keys) {
  if (keys === undefined || keys === 'users') return userRows;
  return keys.split(',').map((key) => {
    const row = userRows.find((one) => one.key === key);
    if (row === undefined) throw new Error(`no row ${key}: users, ${userRows.map((one) => one.key).join(', ')}`);
    return row;
  });
}

/** Measures a row once with the program of a checkout: {requests, seconds}. */
export async function measureRow(row, { root, folder }) {
  if (row.kind === 'whole') return dryscale(['compare', wholeFile(row, root, folder), '--workers', '1'], root, folder);
  const file = join(folder, `${row.key}.json`);
  const results = [];
  for (const duration of row.seconds) {
    writeFileSync(file, JSON.stringify({ ...row.scenario, duration: `${duration}s` }));
    const args = ['run', file, '--policy', row.policy(root), '--runs', '1', '--workers', '1', '--report', 'json'];
    results.push(await dryscale(args, root, folder));
  }
  const [short, long] = results;
  return { ...long, requests: long.requests - short.requests, seconds: long.seconds - short.seconds };
}

/** Mean latency of ours in ms, where the kernel's fleet is: `whole` rows have a policy, so they are run once more without. */
export async function latencyOf(row, { measures }, { root, folder }) {
  if (row.kind === 'slope') return measures.latency_mean_ms;
  const { policies: _, thresholds: __, assumptions: ___, ...scenario } = flashSale(row, root);
  const { slowStart: ____, startup: _____, ...instance } = scenario.services.web.instance;
  const scaling = { min: flashSaleFleet, max: flashSaleFleet };
  const web = { ...scenario.services.web, instance, scaling };
  const file = join(folder, `${row.key}-standing.json`);
  writeFileSync(file, JSON.stringify({ ...scenario, warmup: '0s', services: { web } }));
  const runs = await dryscale(['run', file, '--policy', 'none', '--runs', '10', '--report', 'json'], root, folder);
  return runs.latencies.reduce((sum, one) => sum + one, 0) / runs.latencies.length;
}

/** The shipped scenario; with other settings of the gateway as a copy whose policies are found from anywhere. */
function wholeFile(row, root, folder) {
  if (row.gateway === undefined) return join(root, 'scenarios/flash-sale.yaml');
  const scenario = flashSale(row, root);
  const policies = scenario.policies.map((policy) => join(root, 'scenarios', policy));
  const file = join(folder, `${row.key}.json`);
  writeFileSync(file, JSON.stringify({ ...scenario, policies }));
  return file;
}

function flashSale({ gateway }, root) {
  const scenario = parse(readFileSync(join(root, 'scenarios/flash-sale.yaml'), 'utf8'));
  return { ...scenario, gateway: gateway ?? scenario.gateway };
}

/** One command, in CPU seconds, and the requests of all its runs; those done once more for pictures are not counted. */
async function dryscale(args, root, folder) {
  const out = join(folder, 'reports');
  const { seconds } = await cpuSeconds(process.execPath, [
    join(root, 'dist/cli/main.js'),
    ...args,
    '--quiet',
    '--out',
    out,
  ]);
  const { scenarios } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
  const runs = scenarios.flatMap(({ policies }) => policies.flatMap(({ replications }) => replications));
  return {
    requests: runs.reduce((sum, { measures }) => sum + measures.requests_offered, 0),
    seconds,
    measures: runs[0].measures,
    latencies: runs.map(({ measures }) => measures.latency_mean_ms),
  };
}
