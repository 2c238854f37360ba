import { everyDefaultSeconds } from '../../policy/decideRunner.js';
import { defaultFeed, pathsOf, phaseSecondsOf } from '../../telemetry/feed.js';
import { metrics } from '../../telemetry/metrics.js';
import { startupMeanSeconds } from '../assemble.js';
import { elasticityTotals } from './elasticityTotals.js';
import { lagJumps, lagTotals } from './lagBudget.js';
import { oracleBilledSeconds } from './oracleBound.js';
import { responseTotals } from './responseTotals.js';
import { serviceBill } from './serviceBill.js';
import { workOf } from './serviceWork.js';
/** Undefined where the need is not known in advance. */
export function serviceDemand(assembly, service, { policies, snapshots }) {
    const needed = assembly.neededSteps(service.index);
    if (needed === undefined)
        return undefined;
    const { warmup, duration, cloud } = assembly.input.scenario;
    const span = { fromSeconds: warmup, toSeconds: duration };
    const { granularity, minimum, from } = cloud.billing;
    const { bounds, fleetLog, settings } = service;
    // No policy can have more than max, so neither the bound nor the answer to a rise asks for it.
    const allowed = needed.map((count) => Math.min(count, bounds.maxCount));
    const billedSeconds = oracleBilledSeconds({
        needed: allowed,
        span,
        startupSeconds: startupMeanSeconds(settings),
        billing: { granularitySeconds: granularity, minimumSeconds: minimum, from },
        edges: warmup > 0 ? 'run' : 'whole-run',
    });
    const policy = policies.find((candidate) => candidate.service === service);
    // Who knows the future sees nothing, and is measured by what others would have seen.
    const feeds = policy === undefined || policy.feeds.length === 0 ? [defaultFeed] : policy.feeds;
    const isOnDemand = settings.scaling.perRequest !== undefined;
    return {
        needed,
        ready: fleetLog.readyCurve,
        periodSeconds: policy?.periodSeconds() ?? everyDefaultSeconds,
        jumps: isOnDemand ? [] : lagJumps(lagSources(assembly, service, { needed: allowed, feeds }), span),
        // Billed by duration, the same requests cost the same whoever starts the instances, and when.
        oracleUsd: settings.scaling.perRequest?.bill === 'duration'
            ? serviceBill(service, workOf(assembly, service, snapshots)).costUsd
            : (billedSeconds / 3600) * settings.instance.price,
    };
}
function lagSources({ input, streams }, { settings, fleetLog, decisions }, { needed, feeds }) {
    const { telemetry, cloud } = input.scenario;
    // The same keyed draw that telemetry makes.
    const uniform = streams.open('telemetry', 'phase').uniform();
    return {
        needed,
        ready: fleetLog.readyCurve,
        applied: decisions.appliedCurve,
        desiredRuns: decisions.desiredRuns,
        launchTimes: fleetLog.launchTimes,
        readyTimes: fleetLog.readyTimes,
        apiSeconds: cloud.api.latency,
        slowStartSeconds: settings.instance.slowStart?.for ?? 0,
        scrapes: feeds.flatMap((feed) => scrapesOf(feed, telemetry, uniform)),
    };
}
/** When a feed collects; a value of the instant covers nothing. Of the defaults' paths the one that most metrics take. */
function scrapesOf(feed, settings, uniform) {
    const paths = pathsOf(feed, settings);
    const widest = [...paths].sort((a, b) => b.metrics.length - a.metrics.length);
    return (feed === defaultFeed ? widest.slice(0, 1) : paths).map((path) => ({
        ...path,
        windowSeconds: path.metrics.some((name) => metrics[name].isOverWindow) ? path.windowSeconds : 0,
        phaseSeconds: phaseSecondsOf(path, settings, uniform),
    }));
}
/** Several services together; undefined where the need of one of them is not known. */
export function demandTotals(demands, span) {
    const known = demands.filter((demand) => demand !== undefined);
    if (known.length < demands.length)
        return undefined;
    return {
        elasticity: elasticityTotals(known, span),
        response: responseTotals(known, span),
        oracleUsd: known.reduce((total, { oracleUsd }) => total + oracleUsd, 0),
        lag: lagTotals(known.flatMap(({ jumps }) => jumps)),
    };
}
