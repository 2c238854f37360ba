import type { Measure } from '../measure.js';
import type { LagTotals } from '../runTotals.js';
import { noNeed } from './noNeed.js';

const source = 'no standard; defined here: the walk back from the last required instance (engine/totals/lagBudget.ts)';
const means =
  'Mean over the rises of needed (at most max). A rise that is never answered lasts until needed falls below it or the run ends.';

const neverRose = { missing: 'needed never rose' };

type Parts = Pick<Measure, 'name' | 'label' | 'definition' | 'formula'> & {
  readonly level?: Measure['level'];
  secondsOf(lag: LagTotals): number | undefined;
};

function lag({ secondsOf, level = 'detail', definition, ...texts }: Parts): Measure {
  return {
    ...texts,
    definition: `${definition} ${means}`,
    level,
    unit: 's',
    better: 'lower',
    source,
    compute: ({ demand }) => {
      if (demand === undefined) return noNeed;
      return demand.lag.riseCount === 0 ? neverRose : secondsOf(demand.lag);
    },
  };
}

/** Where the time between a rise in need and enough instances goes. */
export const lagMeasures: readonly Measure[] = [
  lag({
    name: 'lag_total_s',
    label: 'time to enough',
    level: 'default',
    definition: 'From a rise of needed until as many are ready, and past their slow start; 0 where enough were ready.',
    formula: 'sum of the parts',
    secondsOf: (parts) =>
      parts.metricSeconds +
      parts.decisionSeconds +
      parts.limitSeconds +
      parts.apiSeconds +
      (parts.nodeSeconds ?? 0) +
      parts.startupSeconds +
      parts.slowStartSeconds,
  }),
  lag({
    name: 'lag_metric_s',
    label: 'until it showed',
    definition: 'Until the metrics showed the rise in full.',
    formula:
      'first planned scrape at least one window after the rise, plus delay, minus the rise; at most until the policy asked for enough or was held back',
    secondsOf: ({ metricSeconds }) => metricSeconds,
  }),
  lag({
    name: 'lag_decision_s',
    label: 'until it was decided',
    definition: 'Until the policy asked for enough: the wait for its next tick, and its own delay.',
    formula: 'first wish since the rise that is high enough or held back, minus the end of the metric part',
    secondsOf: ({ decisionSeconds }) => decisionSeconds,
  }),
  lag({
    name: 'lag_limit_s',
    label: 'behind a limit',
    definition:
      'While a limit held it back: clamp, throttling, quota, capacity, a rate policy or cooldown, failed launches.',
    formula:
      'accepted action minus first wish that is high enough or held back, and action to launch beyond one API latency',
    secondsOf: ({ limitSeconds }) => limitSeconds,
  }),
  lag({
    name: 'lag_api_s',
    label: 'call to the provider',
    definition: 'Until the provider launched.',
    formula: 'launch minus accepted action, at most cloud.api.latency',
    secondsOf: ({ apiSeconds }) => apiSeconds,
  }),
  {
    ...lag({
      name: 'lag_node_s',
      label: 'wait for a node',
      definition: 'Until there was a node with room for the last required instance, and the image on it.',
      formula: 'begin of the startup minus launch, the part after the rise',
      secondsOf: ({ nodeSeconds }) => nodeSeconds,
    }),
    // Without nodes nothing of them is named, also where there is no need to speak of.
    compute: ({ demand, fleet: { nodes } }) => {
      if (nodes === undefined) return undefined;
      if (demand === undefined) return noNeed;
      return demand.lag.riseCount === 0 ? neverRose : demand.lag.nodeSeconds;
    },
  },
  lag({
    name: 'lag_startup_s',
    label: 'startup',
    definition: 'Until the last required instance was ready.',
    formula: 'ready minus launch, or minus the end of the wait for a node, the part after the rise',
    secondsOf: ({ startupSeconds }) => startupSeconds,
  }),
  lag({
    name: 'lag_slow_start_s',
    label: 'slow start',
    definition: 'Until that instance ran at full speed, or the need was over.',
    formula: 'instance.slowStart.for, at most until the need was over',
    secondsOf: ({ slowStartSeconds }) => slowStartSeconds,
  }),
  {
    name: 'lag_unanswered_count',
    label: 'rises unanswered',
    level: 'default',
    unit: 'count',
    better: 'lower',
    definition:
      'Rises of needed (at most max) that were over before enough instances were ready: never answered, of lag_rises_count.',
    formula: 'count in the span of rises that needed fell below, or the run ended, before ready reached them',
    source,
    compute: ({ demand }) => (demand === undefined ? noNeed : demand.lag.riseCount - demand.lag.answeredCount),
  },
  {
    name: 'lag_rises_count',
    label: 'rises of the need',
    level: 'detail',
    unit: 'count',
    better: 'none',
    definition: 'Rises of needed (at most max), answered or not.',
    formula: 'count in the span of steps at which needed rises, summed over services',
    source,
    compute: ({ demand }) => (demand === undefined ? noNeed : demand.lag.riseCount),
  },
];
