import { type MetricName, metricNames } from './metrics.js';
import type { TelemetrySettings } from './settings.js';

/** When metrics are collected, what they cover, and how long they are shown; seconds. */
interface FeedTiming {
  readonly scrapeSeconds: number;
  readonly windowSeconds: number;
  readonly delaySeconds: number;
  /** How long a value is still shown when the next one is overdue. */
  readonly staleAfterSeconds: number;
}

/** One way by which a consumer gets metrics: metrics-server, a Prometheus query, CloudWatch. */
export interface MetricFeed {
  /** Its key among the feeds of one policy. */
  readonly name: string;
  readonly metrics: readonly MetricName[];
  readonly timing: FeedTiming;
  /** Whether an instance has values only once it has been running for a whole window. */
  readonly needsWholeWindow: boolean;
  /** Whose timing that is, to end the sentence "as it comes from ...". */
  readonly from: string;
}

/** For policies without a platform, and for what a platform does not say. Five minutes are Prometheus' look-back. */
export const defaultTiming: FeedTiming = {
  scrapeSeconds: 15,
  windowSeconds: 60,
  delaySeconds: 0,
  staleAfterSeconds: 300,
};

export const defaultFeed: MetricFeed = {
  name: 'default',
  metrics: metricNames,
  timing: defaultTiming,
  needsWholeWindow: false,
  from: 'the defaults',
};

/** Metrics of one feed that come the same way in one scenario. */
export interface FeedPath extends FeedTiming {
  readonly metrics: readonly MetricName[];
  readonly lossRatio: number;
  readonly needsWholeWindow: boolean;
  /** Keys that the scenario says, and so takes from the platform. */
  readonly givenKeys: readonly TimingKey[];
}

type TimingKey = 'scrape' | 'window' | 'delay' | 'staleAfter';

const timingKeys = [
  ['scrape', 'scrapeSeconds'],
  ['window', 'windowSeconds'],
  ['delay', 'delaySeconds'],
  ['staleAfter', 'staleAfterSeconds'],
] as const;

/** A feed in a scenario: key by key, what the scenario says of a metric, or of all, goes before the feed's own timing. */
export function pathsOf({ metrics, timing, needsWholeWindow }: MetricFeed, settings: TelemetrySettings): FeedPath[] {
  const paths = new Map<string, FeedPath & { metrics: MetricName[] }>();
  for (const metric of metrics) {
    const own = settings.metrics[metric];
    const said = timingKeys.flatMap(([key, field]) => {
      const seconds = own?.[key] ?? settings[key];
      return seconds === undefined ? [] : [{ key, field, seconds }];
    });
    const path = {
      ...timing,
      ...Object.fromEntries(said.map(({ field, seconds }) => [field, seconds])),
      lossRatio: own?.loss ?? settings.loss,
      needsWholeWindow,
      givenKeys: said.map(({ key }) => key),
    };
    const key = JSON.stringify(path);
    const known = paths.get(key);
    if (known === undefined) paths.set(key, { ...path, metrics: [metric] });
    else known.metrics.push(metric);
  }
  return [...paths.values()];
}

/** Offset of a path's scrapes: the replication's one draw, as a share of its scrape, unless the scenario fixes it. */
export function phaseSecondsOf(
  { scrapeSeconds }: Pick<FeedTiming, 'scrapeSeconds'>,
  { phase }: Pick<TelemetrySettings, 'phase'>,
  uniform: number,
): number {
  return (phase ?? uniform * scrapeSeconds) % scrapeSeconds;
}

/** How long after its scrape a value is still shown; at exactly that age it is. */
export function shownSeconds({ scrapeSeconds, delaySeconds, staleAfterSeconds }: FeedTiming): number {
  return scrapeSeconds + delaySeconds + staleAfterSeconds;
}
