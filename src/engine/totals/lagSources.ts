import { StepCurve } from '../../stats/stepCurve.js';
import { defaultFeed, type MetricFeed, pathsOf, phaseSecondsOf } from '../../telemetry/feed.js';
import { metrics } from '../../telemetry/metrics.js';
import type { TelemetrySettings } from '../../telemetry/settings.js';
import type { Assembly } from '../assemble.js';
import type { AssembledService } from '../assembleService.js';
import type { LagSources } from './lagBudget.js';

/** What the answers of a service to rises are read from. @param needed at most what it may have */
export function lagSources(
  { input, streams }: Assembly,
  { settings, fleetLog, decisions, nodes, startups }: AssembledService,
  { needed, feeds }: Pick<LagSources, 'needed'> & { readonly feeds: readonly MetricFeed[] },
): LagSources {
  const { telemetry, cloud } = input.scenario;
  // The same keyed draw that telemetry makes.
  const uniform = streams.open('telemetry', 'phase').uniform();
  return {
    needed,
    ready: fleetLog.readyCurve,
    applied: decisions.appliedCurve,
    desiredRuns: decisions.desiredRuns,
    launchTimes: fleetLog.launchTimes,
    startTimes: nodes && fleetLog.startTimes,
    nodeWaits: nodes?.waitCurve,
    readyTimes: fleetLog.readyTimes,
    launchNumbers: fleetLog.launchNumbers,
    phasesOf: startups.phasesOf,
    apiSeconds: cloud.api.latency,
    slowStartSeconds: settings.instance.slowStart?.for ?? 0,
    scrapes: feeds.flatMap((feed) => scrapesOf(feed, telemetry, uniform)),
  };
}

/** When a feed collects; a value of the instant covers nothing. Of the defaults' paths the one that most metrics take. */
function scrapesOf(feed: MetricFeed, settings: TelemetrySettings, uniform: number): LagSources['scrapes'] {
  const paths = pathsOf(feed, settings);
  const widest = [...paths].sort((a, b) => b.metrics.length - a.metrics.length);
  return (feed === defaultFeed ? widest.slice(0, 1) : paths).map((path) => ({
    ...path,
    windowSeconds: path.metrics.some((name) => metrics[name].isOverWindow) ? path.windowSeconds : 0,
    phaseSeconds: phaseSecondsOf(path, settings, uniform),
  }));
}

/** The same where the need is not known in advance: the rises are those of what was asked for, which nobody had to see. */
export function askedSources(assembly: Assembly, service: AssembledService): LagSources {
  const { bounds, decisions, fleetLog } = service;
  const asked = new StepCurve();
  asked.set(0, fleetLog.readyCurve.at(0));
  for (const { fromSeconds, desired } of decisions.desiredRuns)
    asked.set(fromSeconds, Math.min(desired, bounds.maxCount));
  return lagSources(assembly, service, { needed: asked, feeds: [defaultFeed] });
}
