import { suggestion } from '../../base/nearest.js';
import type { MetricName } from '../metrics.js';
import { QueryError, type Selector } from './expression.js';
import { type LabelTest, labelTests, namesService, type PatternOf } from './labelMatching.js';
import type { SeriesDefinition } from './seriesDefinition.js';
import type { ScrapedSample, SeriesService, SeriesSource } from './seriesSource.js';
import { seriesNamed, seriesNames } from './seriesTable.js';
import { keyOf, type Labels, type RangeEntry, type VectorEntry } from './vector.js';

/** One question to the metrics server. */
export interface QueryScene {
  readonly source: SeriesSource;
  /** The service that a selector means which names none; undefined: the policy's own, which is worth a word. */
  readonly service: string | undefined;
  note(finding: string): void;
  /** Policies are not trusted, so their expressions are matched at a bounded cost, by whoever knows how. */
  readonly patternOf: PatternOf;
  readonly metricsRead: Set<MetricName>;
  /** Told of points before they are read: a question may read millions. */
  charge(pointCount: number): void;
}

/** The tolerance is for the rounding of k x scrape + phase. */
const tolerance = (seconds: number): number => 1e-9 * Math.max(1, seconds);

/** Of each series that a selector means the newest value at an instant, unless it is stale. */
export function readInstant(selector: Selector, atSeconds: number, scene: QueryScene): VectorEntry[] {
  const definition = definitionOf(selector, scene);
  const { samples, shownSeconds } = trackOf(definition, 0, atSeconds, scene);
  const newest = samples.findLast(({ scrapedSeconds }) => scrapedSeconds <= atSeconds + tolerance(atSeconds));
  if (newest === undefined) return [];
  if (atSeconds > newest.scrapedSeconds + shownSeconds + tolerance(atSeconds)) return [];
  return pointsOf(definition, selector, newest, scene);
}

/** All points of each series within a span, its begin left out, as Prometheus 3 has it. */
export function readRange(selector: Selector, atSeconds: number, seconds: number, scene: QueryScene): RangeEntry[] {
  const definition = definitionOf(selector, scene);
  const fromSeconds = atSeconds - seconds;
  const { samples } = trackOf(definition, seconds, atSeconds, scene);
  const series = new Map<string, { readonly labels: Labels; readonly points: [number, number][] }>();
  for (const sample of samples) {
    const { scrapedSeconds } = sample;
    const isWithin =
      scrapedSeconds > fromSeconds + tolerance(atSeconds) && scrapedSeconds <= atSeconds + tolerance(atSeconds);
    if (!isWithin) continue;
    for (const { labels, value } of pointsOf(definition, selector, sample, scene)) {
      const key = keyOf(labels);
      const entry = series.get(key) ?? { labels, points: [] };
      entry.points.push([scrapedSeconds, value]);
      series.set(key, entry);
    }
  }
  return [...series.values()];
}

function definitionOf(selector: Selector, scene: QueryScene): SeriesDefinition {
  const { name, text } = selector;
  const { source, metricsRead } = scene;
  const definition = seriesNamed(name);
  if (definition !== undefined) metricsRead.add(definition.metric);
  if (definition === undefined) {
    const hint = suggestion(name, seriesNames);
    const names = hint.startsWith('Did') ? hint.replace(/ Known:.*$/s, '') : 'docs/promql.md lists the names there are';
    throw new QueryError(`${text}: there is no metric "${name}" in the simulation`, names);
  }
  const hasNoCounters = source.services.every(({ metered }) => metered === undefined);
  // Also where there is no data: an expression that is wrong is wrong at once.
  testsOf(definition, selector, scene);
  if (definition.needsSnapshot && hasNoCounters) {
    throw new QueryError(`${text}: a recording holds no counters`, `use ${definition.metric}, which it has`);
  }
  return definition;
}

/** Samples back to the begin of what is read; a part that is kept no more is an error, never a smaller number. */
function trackOf({ metric, needsSnapshot }: SeriesDefinition, seconds: number, atSeconds: number, scene: QueryScene) {
  const { source } = scene;
  const backSeconds = Math.max(seconds, source.lookbackSeconds(metric));
  const track = source.track(metric, atSeconds - backSeconds - tolerance(atSeconds));
  scene.charge(track.samples.length);
  const begin = atSeconds - seconds;
  const lost = track.samples.findLast(
    ({ snapshot, scrapedSeconds }) => snapshot === undefined && scrapedSeconds > begin,
  );
  if (needsSnapshot && lost !== undefined && seconds > 0) {
    throw new QueryError(
      `the query reads counters of ${Math.round(source.nowSeconds() - begin)} s ago, which are kept no more`,
      'counters are kept for one hour; ask for a shorter span',
    );
  }
  return track;
}

function pointsOf(
  definition: SeriesDefinition,
  selector: Selector,
  sample: ScrapedSample,
  scene: QueryScene,
): VectorEntry[] {
  const tests = testsOf(definition, selector, scene);
  return servicesOf(selector, scene).flatMap((service) => {
    const points = definition.read(sample, service, selector.name);
    scene.charge(points.length);
    return points
      .filter(({ labels }) => tests.every((test) => test(labels)))
      .map(({ labels, value }) => ({ labels: { __name__: selector.name, ...labels }, value }));
  });
}

const testsBySelector = new WeakMap<Selector, readonly LabelTest[]>();

/** A selector is compiled once for each query. */
function testsOf(
  { labels }: SeriesDefinition,
  selector: Selector,
  { source, patternOf, note }: QueryScene,
): readonly LabelTest[] {
  const known = testsBySelector.get(selector);
  if (known !== undefined) return known;
  const serviceNames = source.services.map(({ name }) => name);
  const tests = labelTests(selector, labels, { serviceNames, patternOf, note });
  testsBySelector.set(selector, tests);
  return tests;
}

/** A selector that names no service reads the policy's own; the real server would read all. */
function servicesOf(selector: Selector, { source: { services }, service, note }: QueryScene): readonly SeriesService[] {
  if (services.length === 1 || namesService(selector)) return services;
  if (service !== undefined) return services.filter(({ name }) => name === service);
  const [own] = services;
  note(`PromQL: ${selector.text} reads ${own.name} alone; write {service=~".+"} for all services`);
  return [own];
}
