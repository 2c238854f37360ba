import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { PolicyLog } from '../../src/record/policyLog.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { serviceFacts } from '../../src/scenario/serviceFacts.js';
import { metricOfQuery } from '../../src/telemetry/metricAliases.js';
import { metricsOfModels } from '../../src/telemetry/metrics.js';
import { runWithLua } from '../support/runWithLua.js';

/** One request every half second, each ten iterations of 20 ms: everything about it is known. */
function chat(parts: object = {}): ScenarioInput {
  return {
    name: 'chat',
    duration: '10m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 2, arrivals: 'even' } },
    requests: { chat: { route: 'chat', promptTokens: 160, outputTokens: 10 } },
    models: { known: { step: { base: '20ms' }, kvTokens: 1_600 } },
    services: { chat: { instance: { model: 'known' }, scaling: { min: 1, max: 8 } } },
    telemetry: { scrape: '10s', window: '60s', phase: '0s' },
    ...parts,
  } as unknown as ScenarioInput;
}

/** What a policy prints at its ticks, by second. */
function printed(input: ScenarioInput, what: string, wished = 'nil'): Map<number, string> {
  const code = `return { every = "10s", decide = function(o)
    local m, one = o.metrics, o.perInstance[1].metrics
    print(${what})
    return ${wished}
  end }`;
  const log = new PolicyLog({ lineCount: 1_000, characterCount: 200_000 });
  runWithLua(input, code, { log });
  return new Map(log.lines.map(({ timeSeconds, text }) => [timeSeconds, text]));
}

const numbers = (text = ''): number[] => text.split('\t').map(Number);

describe('the metrics of a model service', () => {
  it('are what follows from the length of an iteration', () => {
    const what =
      'm.gpu_utilization, m.prompt_tokens_per_second, m.output_tokens_per_second, m.ttft_p50_seconds, m.ttft_p95_seconds, m.itl_p50_seconds, m.itl_p95_seconds, m.preemptions_per_second';
    const lines = printed(chat(), what);
    for (const second of [60, 120, 300, 590]) {
      const [gpu, prompt, output, ...times] = numbers(lines.get(second));
      // 2/s x 10 x 20 ms; 2/s x 160; 2/s x 10. One token more or less lies at the ends of the window.
      expect(gpu).toBeCloseTo(0.4, 2);
      expect(prompt).toBeCloseTo(320, -1);
      expect(output).toBeCloseTo(20, 0);
      // The first token after one iteration, each other one iteration later; histograms are exact to 0.4 %.
      for (const seconds of times.slice(0, 4)) expect(Math.abs(seconds / 0.02 - 1)).toBeLessThan(0.004);
      expect(times[4]).toBe(0);
    }
  });

  it('of one instance are those of the service where there is one, but for the times, which are the gateway’s', () => {
    const names = 'requests_running requests_waiting kv_utilization gpu_utilization output_tokens_per_second'.split(
      ' ',
    );
    const both = names.flatMap((name) => [`m.${name}`, `one.${name}`]).join(', ');
    const lines = printed(chat(), `${both}, one.ttft_p95_seconds`);
    for (const second of [90, 450]) {
      const values = (lines.get(second) ?? '').split('\t');
      expect(values.pop()).toBe('nil');
      expect(values).toHaveLength(10);
      for (let at = 0; at < 10; at += 2) expect(values[at]).toBe(values[at + 1]);
      expect(values).not.toContain('nil');
    }
  });

  it('count what runs and waits at the scrape, and the memory that is held', () => {
    // One seat: 5/s come, 5/s x 10 x 20 ms is exactly one server; at 6/s one more waits each second.
    const full = chat({
      traffic: { load: { executor: 'constant-arrival-rate', rate: 6, arrivals: 'even' } },
      services: { chat: { instance: { model: 'known', maxSequences: 1 }, scaling: { min: 1, max: 1 } } },
      // Between two boundaries of iterations, which are at multiples of 20 ms.
      telemetry: { scrape: '10s', window: '60s', phase: '7ms' },
    });
    const lines = printed(full, 'm.requests_running, m.requests_waiting, m.kv_utilization, m.gpu_utilization');
    for (const second of [120, 300, 600 - 10]) {
      const [running, waiting, kv, gpu] = numbers(lines.get(second));
      expect(running).toBe(1);
      // The scrape is ten seconds old.
      expect(Math.abs(waiting - (second - 10))).toBeLessThanOrEqual(2);
      // 160 to 169 tokens: ten or eleven blocks of a hundred.
      expect([0.1, 0.11]).toContainEqual(kv);
      expect(gpu).toBeCloseTo(1, 6);
    }
  });

  it('tell of preemptions where the memory is full', () => {
    const crowded = chat({
      traffic: { load: { executor: 'constant-arrival-rate', rate: 6 } },
      requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: 400 } },
    });
    const [rate, kv] = numbers(printed(crowded, 'm.preemptions_per_second, m.kv_utilization').get(300));
    expect(rate).toBeGreaterThan(0.1);
    expect(kv).toBeGreaterThan(0.9);
  });

  describe('prefix_hit_ratio', () => {
    const shared = (instance: object = {}, chatClass: object = {}) =>
      chat({
        requests: {
          chat: {
            route: 'chat',
            promptTokens: 160,
            outputTokens: 10,
            prefix: { groups: 1, tokens: 96 },
            ...chatClass,
          },
        },
        services: { chat: { instance: { model: 'known', ...instance }, scaling: { min: 1, max: 2 } } },
      });
    const seen = (input: ScenarioInput) =>
      new Set(
        [...printed(input, 'm.prefix_hit_ratio, one.prefix_hit_ratio')].flatMap(([second, text]) =>
          second > 80 ? [text] : [],
        ),
      );

    it('is the share of the beginning that prompts share, of the service as of its one server', () => {
      // Six blocks of ten.
      expect(seen(shared())).toEqual(new Set(['0.6\t0.6']));
      expect(seen(shared({}, { prefix: { groups: 1, tokens: 100 } }))).toEqual(new Set(['0.6\t0.6']));
    });

    it('is 0 where nothing is shared, and not there without a cache', () => {
      expect(seen(shared({}, { prefix: undefined }))).toEqual(new Set(['0.0\t0.0']));
      expect(seen(shared({ prefixCache: false }))).toEqual(new Set(['nil\tnil']));
    });

    it('counts a prompt when it is taken in, and once, though memory runs out and it is taken in again', () => {
      const crowded = shared({}, { promptTokens: 100, outputTokens: 400 });
      const lines = printed(
        { ...crowded, traffic: { load: { executor: 'constant-arrival-rate', rate: 6 } } } as ScenarioInput,
        'm.prefix_hit_ratio, m.preemptions_per_second',
      );
      const [ratio, preempted] = numbers(lines.get(300));
      expect(preempted).toBeGreaterThan(0.1);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThanOrEqual(0.96);
    });

    it('is over all servers what they found of what they looked up, and not there while nobody asks', () => {
      const ending = shared();
      const lines = printed(
        {
          ...ending,
          traffic: {
            load: {
              executor: 'ramping-arrival-rate',
              startRate: 2,
              arrivals: 'even',
              stages: [
                { duration: '3m', target: 2 },
                { duration: '0s', target: 0 },
                { duration: '7m', target: 0 },
              ],
            },
          },
        } as unknown as ScenarioInput,
        'm.prefix_hit_ratio',
      );
      expect(lines.get(120)).toBe('0.6');
      expect(lines.get(400)).toBe('nil');
    });
  });

  describe('quality_ratio', () => {
    const graded = (grading: object | undefined, part: object = {}) =>
      chat({
        models: { known: { ...chat().models?.known, quality: 0.75 } },
        ...(grading === undefined ? {} : { ai: { grading } }),
        ...part,
      });
    const ratios = (input: ScenarioInput) => [...printed(input, 'm.quality_ratio, one.quality_ratio')];

    it('is there only where somebody grades, and says of all answers what is right', () => {
      expect(new Set(ratios(graded(undefined)).map(([, text]) => text))).toEqual(new Set(['nil\tnil']));
      const [service, one] = numbers(new Map(ratios(graded({ share: 1, delay: '1s' }))).get(300));
      expect(service).toBe(one);
      expect(Math.abs(service - 0.75)).toBeLessThan(0.15);
    });

    it('knows a grade as late as it is given', () => {
      const known = ratios(graded({ share: 1, delay: '2m' })).filter(([, text]) => text !== 'nil\tnil');
      expect(Math.min(...known.map(([second]) => second))).toBeGreaterThanOrEqual(120);
    });
  });

  it('are none of a CPU, of which nothing is simulated, and who waits for it is told so', () => {
    const withRequest = chat({
      services: { chat: { instance: { model: 'known', cpuRequest: 2 }, scaling: { min: 1, max: 8 } } },
    });
    const cpu = 'm.cpu_utilization, m.cpu_utilization_of_request, one.cpu_utilization, one.cpu_utilization_of_request';
    expect(new Set(printed(withRequest, cpu).values())).toEqual(new Set(['nil\tnil\tnil\tnil']));
    const code = 'return { decide = function(o) if o.metrics.cpu_utilization then return 8 end end }';
    const { findings } = runWithLua(chat(), code);
    expect(findings).toContain('took no action: it reads cpu_utilization, which chat never has');
    const input = { scenario: parseScenario(withRequest), scenarioFolder: '.', bindings: {}, replication: 0 };
    const cpuShares = runOnce({ ...input, detail: true }).detail?.timeline[0].cpu;
    expect(new Set(cpuShares)).toEqual(new Set([null]));
  });

  it('are as late as any others', () => {
    const late = chat({ telemetry: { scrape: '10s', window: '60s', phase: '0s', delay: '25s' } });
    const lines = printed(late, 'm.requests_running, m.ttft_p95_seconds');
    expect(lines.get(20)).toBe('nil\tnil');
    expect(lines.get(50)).not.toContain('nil');
  });

  it('are there for PromQL under the names of vLLM', () => {
    const query = (text: string) => `(function()
      return (require("socket.http").request("http://prometheus/api/v1/query?query=${encodeURIComponent(text)}"))
    end)()`;
    const sharing = chat({
      requests: { chat: { route: 'chat', promptTokens: 160, outputTokens: 10, prefix: { groups: 1, tokens: 96 } } },
    });
    const ask = [
      'sum(vllm:num_requests_running{model_name="known"})',
      'avg(vllm:kv_cache_usage_perc)',
      'sum(rate(vllm:generation_tokens_total[60s]))',
      'histogram_quantile(0.95, sum(rate(vllm:time_to_first_token_seconds_bucket[60s])) by (le))',
      'DCGM_FI_DEV_GPU_UTIL / 100',
      'sum(rate(vllm:prefix_cache_hits_total[60s])) / sum(rate(vllm:prefix_cache_queries_total[60s]))',
    ];
    const what = `${ask.map(query).join(', ')}, m.requests_running, m.kv_utilization, m.output_tokens_per_second, m.gpu_utilization`;
    const [running, kv, output, first, gpu, hits, ...own] = (printed(sharing, what).get(300) ?? '').split('\t');
    const numberOf = (body: string) => Number(JSON.parse(body).data.result[0].value[1]);
    expect(numberOf(running)).toBe(Number(own[0]));
    expect(numberOf(kv)).toBeCloseTo(Number(own[1]), 9);
    expect(numberOf(output)).toBeCloseTo(Number(own[2]), 0);
    // Within the bucket from 10 to 20 ms: Prometheus cannot know more.
    expect(numberOf(first)).toBeGreaterThan(0.01);
    expect(numberOf(first)).toBeLessThanOrEqual(0.0401);
    expect(numberOf(gpu)).toBeCloseTo(Number(own[3]), 9);
    expect(numberOf(hits)).toBeCloseTo(0.6, 9);
  });
});

it('a service without a model has none of them, and a manifest may not ask for them', () => {
  const plain: ScenarioInput = {
    name: 'plain',
    duration: '2m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 2 } },
    requests: { page: { route: 'web', cpu: '10ms' } },
    services: { web: { scaling: { min: 1, max: 2 } } },
    telemetry: { phase: '0s' },
  };
  const what = metricsOfModels.map((name) => `m.${name}`).join(', ');
  expect(new Set(printed(plain, what).values())).toEqual(new Set([metricsOfModels.map(() => 'nil').join('\t')]));
  const asked = new Set<string>(metricsOfModels);
  expect(serviceFacts(parseScenario(plain), 'web').metrics.filter((name) => asked.has(name))).toEqual([]);
  const graded = { models: { known: { ...chat().models?.known, quality: 1 } }, ai: { grading: {} } };
  expect(serviceFacts(parseScenario(chat(graded)), 'chat').metrics.filter((name) => asked.has(name))).toEqual(
    metricsOfModels,
  );
});

describe('a signal to scale on', () => {
  /** Answers of 200 iterations of 20 ms, 16 seats: one server takes 4 a second, and at 2 a second it is never idle. */
  const loaded = (rate: number): ScenarioInput =>
    chat({
      duration: '20m',
      traffic: { load: { executor: 'constant-arrival-rate', rate } },
      requests: { chat: { route: 'chat', promptTokens: 160, outputTokens: 200 } },
      models: { known: { step: { base: '20ms' }, kvTokens: 100_000 } },
      services: {
        chat: { instance: { model: 'known', maxSequences: 16, startup: '30s' }, scaling: { min: 1, max: 6 } },
      },
    });

  it('is the queue per replica, where the GPU is as busy at half of the load as at twice the load', () => {
    const wished = '(m.requests_waiting or 0) / o.instances.ready > 4 and o.instances.ready + 1 or nil';
    const half = printed(loaded(2), 'o.instances.ready, m.gpu_utilization, m.requests_waiting', wished);
    const twice = printed(loaded(8), 'o.instances.ready, m.gpu_utilization, m.requests_waiting', wished);
    for (const second of [300, 600, 1190]) {
      // Poisson with a mean of 8 inside: idle for e^-8 of the time.
      expect(numbers(half.get(second))[1]).toBeGreaterThan(0.99);
      expect(numbers(half.get(second))[0]).toBe(1);
    }
    for (const second of [60, 120, 1190]) expect(numbers(twice.get(second))[1]).toBeGreaterThan(0.99);
    // Two are just as many as the load, so a third is taken in the end, and the queue is gone.
    expect(numbers(twice.get(1190))[0]).toBeGreaterThanOrEqual(3);
    expect(numbers(twice.get(1190))[2]).toBeLessThanOrEqual(4 * 3);
  });
});

const hpaOn = (name: string, target: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: chat }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: chat }
  minReplicas: 1
  maxReplicas: 6
  metrics:
    - type: Pods
      pods: { metric: { name: "${name}" }, target: { type: AverageValue, averageValue: "${target}" } }
`;
const kedaOn = (query: string, threshold: string) => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: chat }
spec:
  scaleTargetRef: { name: chat }
  minReplicaCount: 1
  maxReplicaCount: 6
  triggers:
    - type: prometheus
      metadata: { serverAddress: "http://prometheus:9090", query: '${query}', threshold: "${threshold}" }
`;

describe('manifests on the names of vLLM', () => {
  const queued = chat({
    duration: '15m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 8 } },
    requests: { chat: { route: 'chat', promptTokens: 160, outputTokens: 200 } },
    models: { known: { step: { base: '20ms' }, kvTokens: 100_000 } },
    services: {
      chat: { instance: { model: 'known', maxSequences: 16, startup: '30s' }, scaling: { min: 1, max: 6 } },
    },
  });
  const applied = (code: string): number => {
    const { detail } = runOnce({
      scenario: parseScenario(queued),
      scenarioFolder: '.',
      bindings: {
        chat: { kind: 'manifest', fileName: 'chat.yaml', path: 'chat.yaml', code, params: {}, metricNames: {} },
      },
      replication: 0,
      detail: true,
    });
    return Math.max(...(detail?.decisions ?? []).map((one) => one.applied));
  };

  it.each([
    ['an HPA', hpaOn('vllm:num_requests_waiting', '5')],
    ['an HPA, as an adapter writes the name', hpaOn('vllm_num_requests_waiting', '5')],
    ['an HPA on Google’s name', hpaOn('prometheus.googleapis.com|vllm:num_requests_waiting|gauge', '5')],
    ['a ScaledObject', kedaOn('sum(vllm:num_requests_waiting{model_name="known"})', '5')],
    ['a ScaledObject on tokens', kedaOn('sum(rate(vllm:generation_tokens_total[1m]))', '500')],
  ])('work as they stand: %s', (_, code) => {
    expect(applied(code)).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['sum(vllm:num_requests_waiting)', 'requests_waiting'],
    ['sum by (model_name) (vllm:num_requests_running{namespace="a"})', 'requests_running'],
    ['vllm:num_requests_waiting', 'requests_waiting'],
    ['avg(vllm:num_requests_waiting)', undefined],
    ['avg(vllm:gpu_cache_usage_perc)', 'kv_utilization'],
    ['sum(vllm:kv_cache_usage_perc)', undefined],
    ['sum(rate(vllm:prompt_tokens_total[5m]))', 'prompt_tokens_per_second'],
    ['sum(vllm:prompt_tokens_total)', undefined],
    [
      'sum(rate(vllm:prefix_cache_hits_total{pod=~"a.*"}[5m])) / sum(rate(vllm:prefix_cache_queries_total[5m]))',
      'prefix_hit_ratio',
    ],
    [
      'sum(increase(vllm:gpu_prefix_cache_hits_total[1m])) / sum(increase(vllm:gpu_prefix_cache_queries_total[1m]))',
      'prefix_hit_ratio',
    ],
    ['sum(rate(vllm:prefix_cache_hits_total[5m])) / sum(rate(vllm:prefix_cache_queries_total[1m]))', undefined],
    ['sum(rate(vllm:prefix_cache_hits_total[5m]))', undefined],
    ['histogram_quantile(0.95, sum(rate(vllm:time_to_first_token_seconds_bucket[5m])) by (le))', 'ttft_p95_seconds'],
    ['histogram_quantile(0.99, sum by(le) (rate(vllm:inter_token_latency_seconds_bucket[5m])))', undefined],
    ['sum(vllm:e2e_request_latency_seconds_count)', undefined],
  ])('mean by %s the metric %s', (query, metric) => {
    expect(metricOfQuery(query)).toBe(metric);
  });
});
