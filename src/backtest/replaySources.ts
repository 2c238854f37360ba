import { mapValues } from '../base/mapValues.js';
import { ProblemError } from '../base/problem.js';
import type { RecordedSeries } from '../results/recording.js';
import { expectedArrivals } from '../scenario/expectedArrivals.js';
import { routeShare } from '../scenario/routeShare.js';
import { aiRouteOf } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import { lengthOf, overlapOf, type Stretch } from './stretch.js';

/** A step of the load that was put on a recorded run, seconds of its clock. */
export interface ReplayStep {
  readonly startSeconds: number;
  readonly durationSeconds: number;
  readonly ratePerSecond: number;
  /** Requests inside at most, where clients wait for their answers; null for an open load. */
  readonly clientCount: number | null;
}

/** Recorded traffic, as steps of a load or as a rate. */
export type RecordedTraffic =
  | { readonly kind: 'steps'; readonly steps: readonly ReplayStep[] }
  | { readonly kind: 'rate'; readonly series: RecordedSeries };

type Source = Scenario['traffic'][string];
type ConstantSource = Extract<Source, { executor: 'constant-arrival-rate' }>;
type RampingSource = Extract<Source, { executor: 'ramping-arrival-rate' }>;

/** A source of the scenario that sends to the service, and its share of what comes there. */
interface Feeding {
  readonly name: string;
  readonly request: string;
  readonly share: number;
  readonly arrivals: ConstantSource['arrivals'];
}

interface SourcesRequest {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly service: string;
  readonly traffic: RecordedTraffic;
  /** The run, on the recording's clock. */
  readonly run: Stretch;
}

/**
 * The sources and classes that send the recorded traffic to one service.
 *
 * How many requests come is recorded; their mix, and how arrivals are spaced, stay those of the scenario.
 * @throws ProblemError where none of its sources sends to the service
 */
export function recordedSources(request: SourcesRequest): Pick<Scenario, 'traffic' | 'requests'> {
  const { scenario, service, traffic, run } = request;
  const feeding = feedingOf(request);
  const sources = feeding.flatMap((one): [string, Source][] =>
    traffic.kind === 'steps'
      ? stepSources(traffic.steps, one, run)
      : [[one.name, rateSource(traffic.series, one, run)]],
  );
  const classes = new Set(feeding.map(({ request: name }) => name));
  const requests = mapValues(scenario.requests, (settings, name) =>
    classes.has(name) ? { ...settings, route: service } : settings,
  );
  return { traffic: Object.fromEntries(sources), requests };
}

function feedingOf({ scenario, folder, service }: SourcesRequest): Feeding[] {
  const counts = expectedArrivals(scenario, folder);
  const found = Object.entries(scenario.traffic).flatMap(([name, settings]) => {
    const { request = '' } = settings;
    rejectChosen(scenario, request, service);
    const count = counts[name] * routeShare(scenario, request, service);
    const arrivals = 'arrivals' in settings ? settings.arrivals : undefined;
    return count > 0
      ? [{ name, request, count, arrivals: arrivals ?? { variant: 'poisson' as const, settings: {} } }]
      : [];
  });
  if (found.length === 0) throw withoutTraffic(service);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  return found.map(({ count, ...one }) => ({ ...one, share: count / total }));
}

/** Whoever chooses decides by what he sees: which requests came to the service is not in the recording. */
function rejectChosen(scenario: Scenario, request: string, service: string): void {
  const route = aiRouteOf(scenario, request);
  if (route === undefined || route.choose === 'weight' || routeShare(scenario, request, service) === 0) return;
  const what = `chooses by ${typeof route.choose === 'string' ? route.choose : 'a router'}, not by weight`;
  const why = `How many of the requests of ${request} came to ${service} is not in the recording.`;
  const fix = `give the requests of the recording a class of their own with route: ${service}.`;
  throw new ProblemError([
    { code: 'chosen-traffic', where: { path: `ai.routes.${route.name}.choose` }, what, why, fix },
  ]);
}

function withoutTraffic(service: string): ProblemError {
  const what = `no source of the scenario sends to ${service}`;
  const why = 'The recording says how many requests came; the scenario must say what each of them needs.';
  const fix = `give the scenario a source whose request class has route: ${service}.`;
  return new ProblemError([{ code: 'no-traffic-for-service', where: { path: 'traffic' }, what, why, fix }]);
}

/** Each step as a source of its own, with as many requests inside as there were clients. */
function stepSources(steps: readonly ReplayStep[], feeding: Feeding, run: Stretch): [string, ConstantSource][] {
  return steps.flatMap(({ startSeconds, durationSeconds, ratePerSecond, clientCount }, index) => {
    const step = overlapOf(run, { fromSeconds: startSeconds, toSeconds: startSeconds + durationSeconds });
    if (lengthOf(step) === 0) return [];
    const clients = clientCount === null ? undefined : Math.max(1, Math.round(clientCount * feeding.share));
    const source: ConstantSource = {
      executor: 'constant-arrival-rate',
      request: feeding.request,
      arrivals: feeding.arrivals,
      startTime: step.fromSeconds - run.fromSeconds,
      duration: lengthOf(step),
      rate: ratePerSecond * feeding.share,
      timeUnit: 1,
      ...(clients === undefined ? {} : { preAllocatedVUs: clients, maxVUs: clients }),
    };
    return [[`${feeding.name}-${index + 1}`, source]];
  });
}

/** The recorded rate, each value until the next. */
function rateSource({ points }: RecordedSeries, { request, arrivals, share }: Feeding, run: Stretch): RampingSource {
  const stages = points.flatMap(([from, rate], index) => {
    const until = points[index + 1]?.[0] ?? Infinity;
    const part = overlapOf(run, { fromSeconds: index === 0 ? -Infinity : from, toSeconds: until });
    const target = rate * share;
    return lengthOf(part) === 0
      ? []
      : [
          { duration: 0, target },
          { duration: lengthOf(part), target },
        ];
  });
  return {
    executor: 'ramping-arrival-rate',
    request,
    arrivals,
    startTime: 0,
    startRate: 0,
    timeUnit: 1,
    stages,
  };
}
