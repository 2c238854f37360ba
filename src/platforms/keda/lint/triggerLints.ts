import { isScalar } from 'yaml';
import { nodeAt } from '../../../base/nodeAt.js';
import { defaultTiming } from '../../../telemetry/feed.js';
import { metrics } from '../../../telemetry/metrics.js';
import type { Lint } from '../../platform.js';
import { queryFacts } from '../promql.js';
import { externalTriggers } from '../scaledObject.js';
import { type ExternalTrigger, labelOf } from '../trigger.js';
import { triggerKinds } from '../triggers/index.js';
import { type LintContext, lintAt } from './context.js';

/** Surprises of single triggers. */
export function triggerLints(context: LintContext): Lint[] {
  return [
    ...externalTriggers(context.settings).flatMap((trigger) => [
      ...targetLints(context, trigger),
      ...queryLints(context, trigger),
      ...scheduleLints(context, trigger),
    ]),
    ...fallbackLints(context),
    ...unquotedLints(context),
  ];
}

function pathOf({ index }: { readonly index: number }, ...rest: PropertyKey[]): PropertyKey[] {
  return ['spec', 'triggers', index, ...rest];
}

function targetLints(context: LintContext, trigger: ExternalTrigger): Lint[] {
  const { source, target, activation, metricType, type } = trigger;
  if (source.from === 'schedule' || context.settings.modifiers !== undefined) return [];
  const label = labelOf(trigger);
  const unit = Object.entries(metrics).find(([name]) => name === source.metric)?.[1].unit ?? '';
  const isShare = unit.startsWith('ratio');
  const isLevel = isShare || unit === 'seconds' || (source.query !== undefined && queryFacts(source.query).isRatio);
  const lints: Lint[] = [];
  if (metricType === 'AverageValue' && (target < 1 || isLevel)) {
    lints.push(
      lintAt(context, 'warning', pathOf(trigger), {
        code: 'average-of-ratio',
        what: `${label}: a ratio, mean or quantile is compared as AverageValue ${target}`,
        why: 'AverageValue divides by the number of instances, so the count becomes ceil(value / target), whatever runs now.',
        fix: 'use metricType: Value for ratios and latencies, or a total such as requests a second.',
      }),
    );
  }
  if (metricType === 'Value' && triggerKinds.some((kind) => kind.type === type && type !== 'prometheus')) {
    lints.push(
      lintAt(context, 'warning', pathOf(trigger, 'metricType'), {
        code: 'total-as-value',
        what: `${label}: the whole queue is compared as Value ${target}`,
        why: 'The count is multiplied by queue / target at every sync, and so runs to maxReplicaCount while the queue drains.',
        fix: 'use AverageValue (the default): a share of the queue an instance.',
      }),
    );
  }
  if (activation > target) {
    lints.push(
      lintAt(context, 'warning', pathOf(trigger, 'metadata'), {
        code: 'activation-above-target',
        what: `${label}: it is active above ${activation}, but one instance is to have ${target}`,
        why: 'Between the two nothing runs although there is work for more than one instance, and a running target is stopped.',
        fix: 'lower the activation threshold below the target.',
      }),
    );
  }
  if (isShare && target > 1) {
    lints.push(
      lintAt(context, 'warning', pathOf(trigger, 'metadata'), {
        code: 'percent-of-a-ratio',
        what: `${label}: the target is ${target}, but the scenario's ${source.metric} runs from 0 to 1`,
        why: 'It looks like a percentage and would hardly ever be reached.',
        fix: `write the target as a ratio, ${target / 100} for ${target} %.`,
      }),
    );
  }
  return lints;
}

/** Prometheus scrapes every minute unless told otherwise. Source: prometheus.io, global.scrape_interval. */
const scrapeDefaultSeconds = 60;

/** What the scenario says of the metric, or its default; without a scenario that of Prometheus. */
function scrapeSecondsOf({ service }: LintContext, metric: string | undefined): number {
  if (service === undefined) return scrapeDefaultSeconds;
  const { telemetry } = service;
  const own = Object.entries(telemetry.metrics).find(([name]) => name === metric)?.[1];
  return own?.scrape ?? telemetry.scrape ?? defaultTiming.scrapeSeconds;
}

function queryLints(context: LintContext, trigger: ExternalTrigger): Lint[] {
  const { source } = trigger;
  if (source.from === 'schedule' || source.query === undefined) return [];
  const facts = queryFacts(source.query);
  const label = labelOf(trigger);
  const at = pathOf(trigger, 'metadata', 'query');
  const lints: Lint[] = [];
  if (!facts.isAggregated) {
    lints.push(
      lintAt(context, 'error', at, {
        code: 'query-not-aggregated',
        what: `${label}: the query is not aggregated`,
        why: 'It has one result an instance; KEDA fails on more than one, from the second instance on.',
        fix: 'put sum(...), avg(...) or max(...) around it.',
      }),
    );
  } else if (facts.isGrouped) {
    lints.push(
      lintAt(context, 'warning', at, {
        code: 'query-grouped',
        what: `${label}: the query keeps labels (by, without)`,
        why: 'It has one result a group; KEDA fails on more than one.',
        fix: 'drop the grouping when the query selects only one group.',
      }),
    );
  }
  const scrapeSeconds = scrapeSecondsOf(context, source.metric);
  if (facts.rateWindowSeconds !== undefined && facts.rateWindowSeconds < 2 * scrapeSeconds) {
    lints.push(
      lintAt(context, 'warning', at, {
        code: 'short-rate-window',
        what: `${label}: a rate over ${facts.rateWindowSeconds} s, with a scrape every ${scrapeSeconds} s`,
        why: 'A rate needs two scrapes; with fewer it has no value, and the trigger fails or reads 0.',
        fix: `use a window of at least ${2 * scrapeSeconds} s, better ${4 * scrapeSeconds} s.`,
      }),
    );
  }
  return lints;
}

function scheduleLints(context: LintContext, trigger: ExternalTrigger): Lint[] {
  const { source } = trigger;
  if (source.from !== 'schedule') return [];
  const at = pathOf(trigger, 'metadata', 'desiredReplicas');
  if (source.desiredCount === 0) {
    const what = `${labelOf(trigger)}: desiredReplicas is 0`;
    const why = 'In its window a cron trigger is active and so keeps the target running; it cannot stop it.';
    return [
      lintAt(context, 'warning', at, { code: 'cron-zero', what, why, fix: 'give the window in which it should run.' }),
    ];
  }
  if (source.desiredCount <= context.settings.maxCount) return [];
  const what = `${labelOf(trigger)}: desiredReplicas ${source.desiredCount} is above maxReplicaCount ${context.settings.maxCount}`;
  const why = 'The HPA stops at maxReplicaCount.';
  return [lintAt(context, 'warning', at, { code: 'cron-above-max', what, why, fix: 'raise maxReplicaCount.' })];
}

function fallbackLints(context: LintContext): Lint[] {
  const { fallback, triggers } = context.settings;
  const resources = triggers.filter(({ kind }) => kind === 'resource');
  if (fallback === undefined || resources.length === triggers.length) return [];
  return resources.map((trigger) =>
    lintAt(context, 'warning', pathOf(trigger), {
      code: 'no-fallback',
      what: `${labelOf(trigger)}: fallback does not cover it`,
      why: 'The HPA reads cpu and memory itself; when they fail it holds the count or goes by the other metrics.',
      fix: 'nothing is to be done, as long as you do not count on it.',
    }),
  );
}

/** Metadata is text: the API refuses a bare number, which only the file itself can tell. */
function unquotedLints(context: LintContext): Lint[] {
  const { source, spec } = context;
  return spec.triggers.flatMap((trigger, index) =>
    Object.keys(trigger.metadata).flatMap((key): Lint[] => {
      const path = pathOf({ index }, 'metadata', key);
      const node = nodeAt(source, path);
      if (!isScalar(node) || typeof node.value === 'string') return [];
      const what = `\`${key}\` is ${String(node.value)} (${typeof node.value}), but metadata holds text`;
      const why = 'The API server refuses the manifest.';
      return [
        lintAt(context, 'error', path, { code: 'unquoted-metadata', what, why, fix: `write "${String(node.value)}".` }),
      ];
    }),
  );
}
