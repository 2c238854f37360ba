import { aggregateMeasures } from '../../src/results/aggregate.js';
import { comparePolicies } from '../../src/results/comparisons.js';
import type {
  DecisionRow,
  PolicyResult,
  ReplicationResult,
  ResultDocument,
  ScenarioResult,
  Timeline,
} from '../../src/results/results.js';
import { sampleSlo } from '../support/sampleSlo.js';

/** How an invented policy behaves; enough to make curves that look like the real thing. */
interface Behaviour {
  readonly name: string;
  readonly source: string;
  /** Instances it wants when `needed` will be or was needed. */
  want(needed: (seconds: number) => number, seconds: number, wobble: number): number;
  readonly startupSeconds: number;
  readonly downSeconds: number;
  readonly everySeconds: number;
}

export interface SampleOptions {
  readonly policies?: number;
  readonly runs?: number;
  readonly services?: readonly string[];
  readonly durationSeconds?: number;
  readonly stepSeconds?: number;
  /** Makes so many requests of target-cpu fail that its p99 falls among them. */
  readonly unanswered?: boolean;
}

const capacityPerInstance = 30;

/** A small generator of its own: the page must not depend on the engine's. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function rateAt(seconds: number): number {
  const ramp = (from: number, until: number) => Math.min(1, Math.max(0, (seconds - from) / (until - from)));
  const first = 60 + 500 * ramp(1800, 1930) - 400 * ramp(3700, 4250);
  return first + 250 * ramp(4930, 4990) - 320 * ramp(5600, 6300);
}

const neededAt = (seconds: number) => Math.max(2, Math.ceil(rateAt(seconds) / capacityPerInstance));

const behaviours: readonly Behaviour[] = [
  { name: 'static-peak', source: 'static:25', want: () => 25, startupSeconds: 0, downSeconds: 0, everySeconds: 60 },
  {
    name: 'target-cpu',
    source: 'target-cpu.lua',
    want: (needed, seconds, wobble) =>
      Math.max(2, Math.round(needed(seconds - 60) * (1.25 + (needed(seconds) > 8 ? wobble * 0.3 : 0)))),
    startupSeconds: 70,
    downSeconds: 45,
    everySeconds: 60,
  },
  {
    name: 'hpa-default',
    source: 'hpa.yaml',
    want: (needed, seconds) => Math.ceil(Math.max(needed(seconds - 45), needed(seconds - 300)) * 1.25),
    startupSeconds: 80,
    downSeconds: 300,
    everySeconds: 15,
  },
  {
    name: 'predictive',
    source: 'predictive.lua',
    want: (needed, seconds) => Math.ceil(Math.max(needed(seconds + 120), needed(seconds - 200)) * 1.3) + 1,
    startupSeconds: 70,
    downSeconds: 240,
    everySeconds: 30,
  },
  {
    name: 'queue-length',
    source: 'queue.lua',
    want: (needed, seconds, wobble) => Math.ceil(needed(seconds - 20) * (1.3 + wobble * 0.2)),
    startupSeconds: 70,
    downSeconds: 120,
    everySeconds: 30,
  },
  {
    name: 'step-scaling',
    source: 'steps.json',
    want: (needed, seconds) => Math.ceil((needed(seconds - 90) * 1.3) / 4) * 4,
    startupSeconds: 110,
    downSeconds: 400,
    everySeconds: 60,
  },
];

/** A result document that looks like one of `compare`, the same for the same options. */
export function sampleDocument(options: SampleOptions = {}): ResultDocument {
  return {
    format: 'dryscale-result/1',
    version: '0.1.0',
    command: 'dryscale compare flash-sale.yaml --policy static:25 --policy target-cpu.lua --runs 10 --seed 1',
    runs: options.runs ?? 10,
    scenarios: [sampleScenario(options)],
  };
}

export function sampleScenario(options: SampleOptions = {}): ScenarioResult {
  const policies = behaviours
    .slice(0, options.policies ?? 4)
    .map((behaviour, index) => samplePolicy(behaviour, index, options));
  return {
    name: 'flash-sale',
    hash: 'b7d1f0',
    duration_s: options.durationSeconds ?? 7200,
    warmup_s: 0,
    seed: 1,
    slo: { latency_s: 0.3, objective: 0.99 },
    assumptions: [
      { path: 'services.web.instance.startup', low: '40s', high: '90s', basis: 'measured', from: 'kubectl events' },
      { path: 'services.web.instance.price', basis: 'measured', from: 'price list' },
      { path: 'classes.page.cpu', low: 0.01, high: 0.03, basis: 'guess' },
    ],
    notes: ['demand curve: needed(t) = max(min, ceil(rate(t) / (0.8 x 37.5))), per service.'],
    policies,
    comparisons: policies.slice(1).flatMap((policy) => comparePolicies(policies[0], policy, { objective: 0.99 })),
  };
}

interface Played {
  readonly timeline: Timeline;
  readonly decisions: DecisionRow[];
}

/** Plays one service of one policy in steps: wishes arrive after the startup, a zone fails from 47 to 53 min. */
function play(behaviour: Behaviour, service: string, options: SampleOptions, random: () => number): Played {
  const step = options.stepSeconds ?? 10;
  const count = Math.round((options.durationSeconds ?? 7200) / step);
  const share = service === 'web' ? 1 : 0.4;
  const needed = (seconds: number) => Math.max(2, Math.ceil(neededAt(Math.max(0, seconds)) * share));
  const empty = (): number[] => [];
  const lists = { rate: empty(), needed: empty(), desired: empty(), ready: empty(), starting: empty(), queue: empty() };
  const p95: number[] = [];
  const cpu: number[] = [];
  const decisions: DecisionRow[] = [];
  let desired = behaviour.want(needed, 0, 0);
  let lastUp = -1e9;
  let backlog = 0;
  const starts: { at: number; count: number }[] = [];
  let ready = desired;
  for (let index = 0; index < count; index++) {
    const seconds = index * step;
    if (seconds > 0 && seconds % behaviour.everySeconds < step) {
      const wish = Math.min(40, behaviour.want(needed, seconds, random() * 2 - 1));
      const mayFall = seconds - lastUp >= behaviour.downSeconds;
      if (wish > desired || (wish < desired && mayFall)) {
        if (wish > desired) {
          starts.push({ at: seconds + behaviour.startupSeconds, count: wish - desired });
          lastUp = seconds;
        } else ready = Math.min(ready, wish);
        const result = wish >= 38 ? 'clamped' : 'accepted';
        const reason = `cpu ${Math.round(40 + random() * 50)} %, target 62 %`;
        decisions.push({
          time_s: seconds,
          until_s: seconds + behaviour.everySeconds,
          service,
          desired: wish,
          applied: wish,
          result,
          rule: 'target',
          reason,
        });
        desired = wish;
      }
    }
    for (const start of starts.filter(({ at }) => at <= seconds)) {
      ready = Math.min(desired, ready + start.count);
      starts.splice(starts.indexOf(start), 1);
    }
    const isOut = service === 'web' && seconds >= 2820 && seconds < 3180;
    const shown = isOut ? Math.floor(ready * 0.78) : ready;
    const rate = rateAt(seconds) * share * (0.94 + random() * 0.12);
    const load = rate / (shown * capacityPerInstance * 1.3);
    backlog = Math.max(0, backlog * 0.6 + Math.max(0, load - 0.85) * 6);
    lists.rate.push(Number(rate.toFixed(1)));
    lists.needed.push(needed(seconds));
    lists.desired.push(desired);
    lists.ready.push(shown);
    lists.starting.push(starts.reduce((sum, start) => sum + start.count, 0));
    lists.queue.push(Math.round(backlog * 10));
    p95.push(Number((110 + 60 * load + Math.min(2000, backlog * 700) + random() * 14).toFixed(1)));
    cpu.push(Number(Math.min(1, load).toFixed(3)));
  }
  return { timeline: { service, step_s: step, ...lists, p95_ms: p95, cpu }, decisions };
}

function samplePolicy(behaviour: Behaviour, index: number, options: SampleOptions): PolicyResult {
  const random = generator(index * 7919 + 17);
  const played = (options.services ?? ['web']).map((service) => play(behaviour, service, options, random));
  const timeline = played.map((one) => one.timeline);
  const decisions = played.flatMap((one) => one.decisions);
  const isLate = options.unanswered === true && behaviour.name === 'target-cpu';
  const replications = Array.from({ length: options.runs ?? 10 }, (_, replication) =>
    sampleReplication({ replication, timeline, decisions, random, isLate }),
  );
  const measures = aggregateMeasures(replications);
  const p99 = measures.latency_all_p99_ms;
  const reversals = measures.scaling_reversals?.mean ?? 0;
  return {
    name: behaviour.name,
    source: behaviour.source,
    hash: `c0ffee${index}`,
    params: {},
    replications,
    measures,
    ...sampleSlo(replications),
    thresholds: [
      {
        metric: 'latency_all_ms',
        expression: 'p(95)<300',
        value: measures.latency_all_p95_ms?.mean ?? null,
        ok: (measures.latency_all_p95_ms?.mean ?? 1e9) < 300,
      },
      {
        metric: 'latency_all_ms',
        expression: 'p(99)<800',
        value: p99?.mean ?? null,
        ok: (p99?.mean ?? 1e9) < 800,
        ...(isLate ? { reason: 'unanswered' } : {}),
      },
      { metric: 'scaling_reversals', expression: 'value<=2', value: reversals, ok: reversals <= 2 },
    ],
    timeline,
    latencyHistogram: histogramOf(timeline),
    events: [{ time_s: 2820, kind: 'zone-outage', until_s: 3180, service: 'web' }],
    decisions,
    findings: behaviour.source === 'steps.json' ? ['3 % of requests were still inside at the end'] : [],
  };
}

interface ReplicationInput {
  readonly replication: number;
  readonly timeline: readonly Timeline[];
  readonly decisions: readonly DecisionRow[];
  readonly random: () => number;
  readonly isLate: boolean;
}

function sampleReplication({ replication, timeline, decisions, random, isLate }: ReplicationInput): ReplicationResult {
  const [first] = timeline;
  const p95 = first.p95_ms.filter((value) => value !== null).sort((a, b) => a - b);
  const quantile = (share: number) => p95[Math.min(p95.length - 1, Math.floor(share * p95.length))];
  const jitter = (size = 0.04) => 1 + (random() - 0.5) * 2 * size;
  const stepShare = (test: (step: number) => boolean) =>
    first.ready.filter((_, step) => test(step)).length / first.ready.length;
  const short = stepShare((step) => first.ready[step] < (first.needed[step] ?? 0)) * 100 * jitter();
  const slow = stepShare((step) => (first.p95_ms[step] ?? 0) > 300);
  const hours = timeline.reduce(
    (sum, { ready, step_s }) => sum + ready.reduce((total, one) => total + one, 0) * (step_s / 3600),
    0,
  );
  const offered = Math.round(
    timeline.reduce((sum, { rate, step_s }) => sum + rate.reduce((a, b) => a + b, 0) * step_s, 0) * jitter(0.01),
  );
  const good = Math.round(offered * Math.min(1, 0.9985 - slow * 0.6 * jitter()));
  const ups = decisions.filter(({ desired }, index) => desired > (decisions[index - 1]?.desired ?? 0)).length;
  const measures: Record<string, number | null> = {
    slo_attainment: good / offered,
    time_above_slo_s: Math.round((slow * first.ready.length * first.step_s) / 60) * 60,
    longest_above_slo_s: Math.round((slow * first.ready.length * first.step_s) / 150) * 60,
    latency_mean_ms: quantile(0.5) * 0.5 * jitter(),
    latency_p95_ms: quantile(0.9) * jitter(),
    latency_p99_ms: quantile(0.98) * jitter(),
    latency_max_ms: quantile(1) * 4 * jitter(),
    latency_all_p50_ms: quantile(0.5) * 0.45 * jitter(),
    latency_all_p95_ms: quantile(0.9) * jitter(),
    latency_all_p99_ms: isLate && replication % 2 === 0 ? null : quantile(0.98) * 1.2 * jitter(0.1),
    queue_wait_probability: slow,
    cost_usd: hours * 0.384 * jitter(0.02),
    cost_usd_per_month: hours * 0.384 * 365 * jitter(0.02),
    scaling_reversals: Math.max(0, Math.round((decisions.length > 60 ? 12 : 1) * jitter(0.5))),
    wasted_starts: decisions.length > 60 ? Math.round(24 * jitter(0.3)) : 0,
    waste_usd: decisions.length > 60 ? 0.15 : 0,
    scale_ups: ups,
    scale_downs: decisions.length - ups,
    actions_clamped: decisions.filter(({ result }) => result === 'clamped').length,
    instances_mean: hours / 2,
    instances_busy_mean: hours / 2 / 1.9,
    instances_billed_mean: (hours / 2) * 1.02,
    instances_peak: Math.max(...first.ready),
    under_provisioned_percent: short / 3,
    under_provisioned_time_percent: short,
    requests_offered: offered,
    requests_completed: isLate ? Math.round(offered * 0.985) : offered,
    unanswered_ratio: isLate ? 0.015 : 0,
    requests_good: good,
    requests_failed: 0,
    requests_unfinished: 0,
    utilization_mean: 0.55 * jitter(),
    cold_start_probability: null,
  };
  const nulls = {
    cold_start_probability: 'no service scales to zero',
    ...(measures.latency_all_p99_ms === null ? { latency_all_p99_ms: 'unanswered' } : {}),
  };
  return { replication, measures, nulls };
}

/** A body round the quiet latency and a tail as heavy as the p95 curve is high. */
function histogramOf([{ p95_ms, rate }]: readonly Timeline[]): PolicyResult['latencyHistogram'] {
  const uppers = Array.from({ length: 200 }, (_, bucket) => Number((10 * 1.035 ** bucket).toFixed(3)));
  const counts = uppers.map(() => 0);
  for (const [step, p95] of p95_ms.entries()) {
    for (const [share, factor] of [
      [0.2, 0.3],
      [0.3, 0.45],
      [0.3, 0.65],
      [0.13, 0.85],
      [0.05, 1],
      [0.015, 1.3],
      [0.004, 1.7],
      [0.001, 2.3],
    ]) {
      const bucket = uppers.findIndex((upper) => upper >= (p95 ?? 0) * factor * (0.85 + (step % 30) / 100));
      if (bucket >= 0) counts[bucket] += Math.round(rate[step] * 10 * share);
    }
  }
  return { upper_ms: uppers, count: counts };
}
