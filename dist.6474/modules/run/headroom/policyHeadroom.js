import { ProblemError } from '../../base/problem.js';
import { hasResults } from '../../results/results.js';
import { scaleTraffic } from '../../scenario/scaleTraffic.js';
import { runPlannedComparisons } from '../compare.js';
import { searchHeadroom } from './searchHeadroom.js';
/** How much more traffic one candidate bears before it misses the SLO; the failure, where the policy has one. */
export async function policyHeadroom(comparison, options) {
    let failed;
    let count = 0;
    const tryFactor = async (factor) => {
        options.signal.throwIfAborted();
        options.onTrial?.(factor, ++count);
        const scenario = scaleTraffic(comparison.scenario, factor);
        const outcome = await runPlannedComparisons([{ ...comparison, scenario }], options);
        options.signal.throwIfAborted();
        const [policy] = outcome.scenarios[0].policies;
        if (hasResults(policy)) {
            if (factor === 1 && policy.slo?.good_share === null)
                throw withoutRequests(policy.slo.reason);
            return trialOf(policy, factor, comparison);
        }
        failed ??= policy;
        throw new PolicyFailed();
    };
    try {
        return await searchHeadroom(tryFactor, options.mostAllowed);
    }
    catch (thrown) {
        if (thrown instanceof PolicyFailed && failed !== undefined)
            return failed;
        throw thrown;
    }
}
function withoutRequests(reason = 'no requests') {
    const where = { path: 'traffic' };
    const why = 'No multiple of it can miss the SLO.';
    const what = `the SLO judges nothing: ${reason}`;
    return new ProblemError([{ code: 'no-requests', where, what, why, fix: 'give the scenario traffic.' }]);
}
/** Ends a search; the failure itself stands in the result. */
class PolicyFailed extends Error {
}
function trialOf(policy, factor, { scenario }) {
    const meanOf = (name) => policy.measures[name]?.mean ?? undefined;
    const names = Object.keys(scenario.services);
    return {
        factor,
        isMet: policy.slo?.met ?? false,
        goodShare: policy.slo?.good_share ?? undefined,
        p99AllMs: meanOf('latency_all_p99_ms'),
        costUsd: meanOf('cost_usd'),
        peakRate: peakRateOf(policy),
        services: names.map((name) => ({
            name,
            peakCount: meanOf(`services.${name}.instances_peak`) ?? meanOf('instances_peak') ?? 0,
            maxCount: scenario.services[name].scaling.max,
        })),
    };
}
/** Over all services together, as clients send it. */
function peakRateOf({ timeline }) {
    const [first] = timeline;
    if (first === undefined)
        return 0;
    const rates = timeline.map(({ rate, planned_rate }) => planned_rate ?? rate);
    return first.rate.reduce((most, _, step) => Math.max(most, rates.reduce((sum, rate) => sum + (rate[step] ?? 0), 0)), 0);
}
