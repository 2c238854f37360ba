import { type MetricFamily, type MetricSample, openMetricsText } from '../base/openMetricsText.js';
import { measures } from '../results/measures/index.js';
import { oneOf, type Part, partOf, plainName } from '../results/partName.js';
import { hasResults, type PolicyResult, type ResultDocument } from '../results/results.js';
import { metricOf } from './metricOf.js';
import { partialText } from './partialText.js';
import type { TextReporter } from './report.js';

/** Means of the runs as gauges, for what collects metrics: Prometheus, a Pushgateway, GitLab's metrics report. */
export const openmetrics: TextReporter = {
  name: 'openmetrics',
  fileName: 'openmetrics.txt',
  mark: /^# HELP dryscale_complete /,
  render: (document) => {
    const all = policiesIn(document);
    return openMetricsText([completeness(document), ...verdictsOf(all, document.version), ...measuresOf(all)]);
  },
};

/** A policy in a scenario, with the labels of all that is said of it. */
interface Labelled {
  readonly labels: { readonly scenario: string; readonly policy: string };
  readonly policy: ResultDocument['scenarios'][number]['policies'][number];
  readonly seed: number;
}

/** Two scenarios of one name are told apart by number: no two samples may have the same labels. */
function policiesIn({ scenarios }: ResultDocument): Labelled[] {
  const counts = new Map<string, number>();
  return scenarios.flatMap(({ name, seed, policies }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const scenario = count === 1 ? name : `${name} (${count})`;
    return policies.map((policy) => ({ labels: { scenario, policy: policy.name }, policy, seed }));
  });
}

function completeness(document: ResultDocument): MetricFamily {
  const partial = partialText(document);
  return {
    name: 'dryscale_complete',
    help: `1 if all runs that were asked for are in here. ${partial ?? ''}`.trimEnd(),
    samples: [{ labels: {}, value: partial === undefined ? 1 : 0 }],
  };
}

function verdictsOf(all: readonly Labelled[], version: string): MetricFamily[] {
  const ran = all.flatMap(({ labels, policy }) => (hasResults(policy) ? [{ labels, policy }] : []));
  return [
    {
      name: 'dryscale_run_info',
      help: 'What was run: how often, from which seed, by which version. The value is 1.',
      samples: all.map(({ labels, policy, seed }) => {
        const runs = hasResults(policy) ? policy.replications.length : 0;
        return { labels: { ...labels, seed: String(seed), runs: String(runs), version }, value: 1 };
      }),
    },
    {
      name: 'dryscale_policy_failed',
      help: '1 if the policy failed, and so has no measures.',
      samples: all.map(({ labels, policy }) => ({ labels, value: hasResults(policy) ? 0 : 1 })),
    },
    {
      name: 'dryscale_slo_met',
      help: '1 if the good share of all runs is at least the objective of the SLO.',
      samples: ran.flatMap(({ labels, policy: { slo } }) => (slo === undefined ? [] : [{ labels, value: +slo.met }])),
    },
    {
      name: 'dryscale_threshold_met',
      help: '1 if the threshold is met.',
      samples: ran.flatMap(({ labels, policy }) => thresholdsOf(policy).map((one) => withLabels(one, labels))),
    },
  ];
}

const withLabels = ({ labels, value }: MetricSample, more: Labelled['labels']): MetricSample => ({
  labels: { ...more, ...labels },
  value,
});

/** One that is written twice is met twice. */
function thresholdsOf({ thresholds }: PolicyResult): MetricSample[] {
  const samples = thresholds.map(({ metric, expression, ok }) => ({ labels: { metric, expression }, value: +ok }));
  return [...new Map(samples.map((one) => [JSON.stringify(one.labels), one])).values()];
}

const kinds = [undefined, 'services', 'consumers', 'providers', 'classes'] as const;

function measuresOf(all: readonly Labelled[]): MetricFamily[] {
  const samples = new Map<string, MetricSample[]>();
  for (const { labels, policy } of all) {
    if (!hasResults(policy)) continue;
    for (const [name, { mean, unanswered }] of Object.entries(policy.measures)) {
      // Requests that were never answered are infinitely late: an alarm must hear of them.
      const value = mean ?? (unanswered === undefined ? undefined : Number.POSITIVE_INFINITY);
      if (value === undefined) continue;
      const part = partOf(name);
      const own = part === undefined ? {} : { [oneOf[part.kind]]: part.name };
      const key = keyOf(plainName(name), part?.kind);
      samples.set(key, [...(samples.get(key) ?? []), { labels: { ...labels, ...own }, value }]);
    }
  }
  return measures.flatMap((measure) =>
    kinds.map((kind) => {
      const { name, unit, inBaseUnit } = metricOf(measure, kind);
      const own = samples.get(keyOf(measure.name, kind)) ?? [];
      return {
        name,
        help: `${measure.definition} Mean over the runs.`,
        ...(unit === undefined ? {} : { unit }),
        samples: own.map((sample) => ({ ...sample, value: inBaseUnit(sample.value) })),
      };
    }),
  );
}

const keyOf = (measure: string, kind: Part['kind'] | undefined): string => `${kind ?? ''}.${measure}`;
