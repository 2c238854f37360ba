import { controllerPlaces } from '../fleet/controllers.js';
import { rank } from '../kernel/rank.js';
import { everyDefaultSeconds } from '../policy/decideRunner.js';
import { openPolicyStream } from '../policy/policyStream.js';
import { calendarStartOf } from '../scenario/calendarStart.js';
import { ActionsTogether } from './actionsTogether.js';
import { startupMeanSeconds } from './assemble.js';
import { standardAllowance } from './limits/allowance.js';
import { DecisionCount } from './limits/decisionCount.js';
import { oraclePolicy } from './oraclePolicy.js';
import { ServicePolicyHost } from './policyHost.js';
/** Starts a service's policy, once in each of its controllers. */
export function startPolicy({ assembly, service, log }, binding) {
    const { spec, policy, feeds } = binding;
    const loaded = spec?.kind === 'oracle' ? oracleOf(assembly, service) : policy;
    if (loaded === undefined)
        return [];
    const all = controllerPlaces(service.settings.scaling.controllers);
    const places = loaded.aloneBecause === undefined ? all : all.slice(0, 1);
    const together = places.length > 1 ? new ActionsTogether() : undefined;
    const { input } = assembly;
    const others = assembly.services.filter((other) => other !== service);
    const common = {
        ...assembly,
        services: [service, ...others],
        feeds,
        api: input.scenario.cloud.api,
        environment: input.environment,
        startSeconds: calendarStartOf(input.scenario, input.scenarioFolder).seconds,
        env: input.scenario.policyEnv,
        together,
        log,
        touches: input.touches,
        memoryBytes: (input.allowance ?? standardAllowance).memoryBytes,
    };
    const run = { seed: input.scenario.seed, replication: input.replication };
    const hosts = places.map((place) => {
        const random = openPolicyStream(service.name, place.index, run);
        return new ServicePolicyHost({ ...common, place, random });
    });
    const runners = hosts.map((host) => startOne(assembly, loaded, host));
    const aloneFinding = `${service.name}: runs once, not in each of ${all.length} controllers: ${loaded.aloneBecause}`;
    return [
        {
            // A manifest's own name is that of its service, more often than not: two files would be told apart by nothing.
            name: spec !== undefined && 'fileName' in spec ? spec.fileName : loaded.name,
            service,
            feeds,
            bounds: boundsOf(loaded, service),
            periodSeconds: () => runners[0].runner.everySeconds ?? periodOf(runners[0].firstWakeSeconds),
            hasReadMetric: () => hosts.some((host) => host.hasReadMetric),
            isDone: () => runners.every(({ runner }) => runner.nextWakeSeconds === Number.POSITIVE_INFINITY),
            findings: () => [
                ...runners.flatMap(({ runner }) => runner.findings ?? []),
                ...(together?.findings ?? []),
                ...(places.length < all.length ? [aloneFinding] : []),
            ],
        },
    ];
}
/** A bound of its own outside of the service's never comes to bear. */
function boundsOf({ boundsOf }, { name, bounds }) {
    const own = boundsOf?.(name) ?? bounds;
    const within = (count) => Math.min(Math.max(count, bounds.minCount), bounds.maxCount);
    return { minCount: within(own.minCount), maxCount: within(own.maxCount) };
}
function startOne({ input, calendar, nowSeconds }, loaded, host) {
    input.onPolicy?.(0, true);
    input.touches?.started(loaded);
    const { eventCount } = input.allowance ?? standardAllowance;
    const decisions = new DecisionCount(loaded, eventCount);
    const runner = loaded.start(host);
    const firstWakeSeconds = runner.nextWakeSeconds;
    input.onPolicy?.(0, false);
    decisions.plan(runner.everySeconds, input.scenario.duration);
    const planWake = () => {
        if (runner.nextWakeSeconds === Number.POSITIVE_INFINITY)
            return;
        calendar.at(runner.nextWakeSeconds, rank.decide, () => {
            const now = nowSeconds();
            if (input.onObservation !== undefined)
                input.onObservation(host.observe());
            input.onPolicy?.(now, true);
            decisions.note(now);
            runner.wake();
            input.touches?.woke(now, runner);
            input.onPolicy?.(now, false);
            planWake();
        });
    };
    planWake();
    return { runner, firstWakeSeconds };
}
/** A policy decides first at t = every; a script wakes at 0, and counts like a policy that says nothing of it. */
function periodOf(firstWakeSeconds) {
    return firstWakeSeconds > 0 && Number.isFinite(firstWakeSeconds) ? firstWakeSeconds : everyDefaultSeconds;
}
function oracleOf(assembly, { name, index, settings }) {
    const leadSeconds = startupMeanSeconds(settings) + assembly.input.scenario.cloud.api.latency;
    return oraclePolicy({ needed: assembly.neededSteps(index), leadSeconds, serviceName: name });
}
