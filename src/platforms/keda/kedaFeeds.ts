import { formatDuration } from '../../base/duration.js';
import { defaultTiming, type MetricFeed } from '../../telemetry/feed.js';
import { metricNames } from '../../telemetry/metrics.js';
import { resourceFeed } from '../kubernetesHpa/hpaFeeds.js';
import { queryFacts } from './promql.js';
import type { ScaledObjectSettings } from './scaledObject.js';
import type { ExternalTrigger } from './trigger.js';

/**
 * How the metrics of a ScaledObject come: cpu and memory as in any HPA, every other trigger by itself.
 *
 * A PromQL rate covers the span in its brackets (`irate` the last two scrapes), so two triggers may read one metric over two
 * spans. Each feed has the name of its trigger's metric.
 */
export function kedaFeeds({ triggers }: Pick<ScaledObjectSettings, 'triggers'>): MetricFeed[] {
  const resources = triggers.flatMap((trigger) => (trigger.kind === 'resource' ? [trigger.type] : []));
  return [
    ...triggers.flatMap((trigger) => (trigger.kind === 'external' ? triggerFeed(trigger) : [])),
    ...(resources.length === 0 ? [] : [resourceFeed(resources)]),
  ];
}

function triggerFeed({ metricName, source, index }: ExternalTrigger): MetricFeed[] {
  if (source.from === 'schedule') return [];
  const metrics = metricNames.filter((name) => name === source.metric);
  const windowSeconds = source.query === undefined ? undefined : queryFacts(source.query).rateWindowSeconds;
  const timing = { ...defaultTiming, ...(windowSeconds === undefined ? {} : { windowSeconds }) };
  const from =
    windowSeconds === undefined ? 'the defaults' : `the query of s${index}, [${formatDuration(windowSeconds)}]`;
  return [{ name: metricName, metrics, timing, needsWholeWindow: false, from }];
}
