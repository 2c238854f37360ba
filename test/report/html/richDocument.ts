import { aggregateMeasures } from '../../../src/results/aggregate.js';
import { hasResults, type PolicyResult, type ResultDocument, type Timeline } from '../../../src/results/results.js';
import { type SampleOptions, sampleDocument } from '../sampleDocument.js';

const sloMs = 300;
const edges = [25, 50, 75, 100, 150, 200, 300, 500, 800, 1200, 2100];

/** The sample with everything a document may hold: heat, windows, the parts of the bill, the budget of the lag. */
export function richDocument(options: SampleOptions = {}): ResultDocument {
  const document = sampleDocument(options);
  return {
    ...document,
    scenarios: document.scenarios.map((scenario) => ({
      ...scenario,
      policies: scenario.policies.map((policy) => (hasResults(policy) ? enriched(policy) : policy)),
    })),
  };
}

function enriched(policy: PolicyResult): PolicyResult {
  const replications = policy.replications.map((one) => ({
    ...one,
    measures: { ...one.measures, ...costParts(policy, one.measures) },
  }));
  const lagBudget = policy.timeline.flatMap(lagRows);
  return {
    ...policy,
    replications,
    measures: aggregateMeasures(replications),
    timeline: policy.timeline.map(withHeat),
    ...(lagBudget.length === 0 ? {} : { lagBudget }),
  };
}

function costParts({ timeline }: PolicyResult, { cost_usd }: Readonly<Record<string, number | null>>) {
  const cost = cost_usd ?? 0;
  const split = (prefix: string, share: number) => ({
    [`${prefix}cost_usd`]: cost * share,
    [`${prefix}cost_useful_usd`]: cost * share * 0.45,
    [`${prefix}cost_idle_usd`]: cost * share * 0.4,
    [`${prefix}cost_startup_usd`]: cost * share * 0.08,
    [`${prefix}cost_drain_usd`]: cost * share * 0.04,
    [`${prefix}cost_wasted_usd`]: cost * share * 0.03,
    [`${prefix}cost_minimum_charge_usd`]: 0,
  });
  const services = timeline.map(({ service }) => split(`services.${service}.`, 1 / timeline.length));
  return Object.assign({ oracle_cost_usd: 8.1 }, split('', 1), ...services);
}

function withHeat(timeline: Timeline): Timeline {
  const { p95_ms, rate, step_s } = timeline;
  const stride = Math.ceil(p95_ms.length / 60);
  const factors = [0.3, 0.45, 0.6, 0.75, 0.9, 1.1, 1.5];
  const weights = [20, 30, 24, 14, 7, 3.5, 1.5];
  const count = Array.from({ length: Math.ceil(p95_ms.length / stride) }, (_, column) => {
    const row = [...edges, 0].map(() => 0);
    for (let step = column * stride; step < Math.min(p95_ms.length, (column + 1) * stride); step++) {
      for (const [index, factor] of factors.entries()) {
        const bucket = edges.findIndex((edge) => (p95_ms[step] ?? 0) * factor <= edge);
        row[bucket === -1 ? edges.length : bucket] += Math.round(rate[step] * step_s * weights[index]);
      }
    }
    return row;
  });
  const perWindow = Math.max(1, Math.round(60 / step_s));
  const windows = Array.from({ length: Math.ceil(p95_ms.length / perWindow) }, (_, window) => {
    const steps = p95_ms.slice(window * perWindow, (window + 1) * perWindow);
    const judged = Math.round(rate[window * perWindow] * perWindow * step_s);
    const slow = steps.filter((value) => (value ?? 0) > sloMs).length / steps.length;
    return { judged, good: Math.round(judged * (0.9985 - slow * 0.6)) };
  });
  // Where the latency is high some are shed, and some of the others run out of time.
  const shed = p95_ms.map((value, step) =>
    Math.round(rate[step] * step_s * Math.min(0.4, Math.max(0, (value ?? 0) - 400) / 2000)),
  );
  const most = Math.max(...timeline.desired);
  return {
    ...timeline,
    outcomes: {
      ended: rate.map((one) => Math.round(one * step_s)),
      rejected: shed,
      timed_out: shed.map((count) => Math.round(count / 3)),
    },
    bounds: { min: 2, max: most },
    held_back: timeline.desired
      .flatMap((count, step) =>
        count === most && timeline.desired[step - 1] !== most && most > 20
          ? [{ from_s: step * step_s, until_s: (step + 3) * step_s, by: 'maxReplicas', wanted: most + 4 }]
          : [],
      )
      .slice(0, 20),
    heatmap: { step_s: step_s * stride, upper_ms: edges, count },
    slo_windows: {
      from_s: 0,
      step_s: perWindow * step_s,
      judged: windows.map(({ judged }) => judged),
      good: windows.map(({ good }) => good),
    },
  };
}

/** One rise of the need as answered: a wait for the metric, the decision, the startup. */
function lagRows({ service, needed, ready, step_s }: Timeline) {
  const rises = needed.flatMap((need, step) => {
    const before = needed[Math.max(0, step - 6)] ?? 0;
    return need !== null && need >= before + 4 && need > (ready[step] ?? 0) ? [{ step, before, need }] : [];
  });
  return rises.slice(0, 40).map(({ step, before, need }) => {
    const answered = ready.findIndex((count, at) => at >= step && count >= need);
    const rise = { time_s: step * step_s, service, needed_from: before, needed_to: need };
    if (answered === -1) return { ...rise, total_s: null, parts: null };
    const total = (answered - step) * step_s;
    const parts = {
      metric_s: 15,
      decision_s: Math.max(0, total - 85),
      limit_s: 0,
      api_s: 0,
      startup_s: 70,
      slow_start_s: 0,
    };
    return { ...rise, total_s: total, parts: { ...parts, startup_s: total - parts.metric_s - parts.decision_s } };
  });
}
