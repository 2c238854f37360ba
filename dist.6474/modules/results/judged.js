import { hasResults } from './results.js';
import { pastNames } from './revisionResult.js';
/**
 * Names of the policies whose missed limits, thresholds and the SLO, fail the scenario.
 *
 * `all`: every candidate but the reference, which counts when it is the only one. `any`: all of them, the reference too, but only
 * where none keeps its limits. A name: that one. The oracle decides only where it is named or alone: nobody can deploy it.
 * Policies of a revision are what the others are compared with: none of them is judged, and all others are.
 */
export function judgedForLimits(scenario, { gate, reference }) {
    if (gate !== 'all' && gate !== 'any')
        return new Set([gate]);
    const past = pastNames(scenario);
    const policies = scenario.policies.filter(({ name }) => !past.has(name));
    const deployable = policies.filter((policy) => !isHindsight(policy));
    const candidates = deployable.length === 0 ? policies : deployable;
    const names = candidates.map(({ name }) => name);
    if (gate === 'any')
        return new Set(candidates.some((policy) => hasResults(policy) && keepsLimits(policy)) ? [] : names);
    const referenceName = reference ?? policies[0]?.name;
    const hasPast = scenario.revision !== undefined && reference === undefined;
    return new Set(names.length === 1 || hasPast ? names : names.filter((name) => name !== referenceName));
}
/**
 * Names of the policies whose regression fails the scenario.
 *
 * The reference too: here each policy stands against its own past. `any`: only where every compared policy regressed.
 */
export function judgedForBaseline({ policies, baseline }, { gate }) {
    const names = policies.map(({ name }) => name);
    if (gate !== 'any')
        return new Set(gate === 'all' ? names : [gate]);
    const compared = new Set(baseline?.regressions.map(({ policy }) => policy));
    const failing = new Set(baseline?.regressions.filter(({ ok, level }) => !ok && level === 'error').map(({ policy }) => policy));
    return new Set(failing.size === compared.size ? names : []);
}
/** Whether a policy keeps what the exit code rests on: every threshold, and the SLO unless it is only reported. */
export function keepsLimits({ thresholds, slo }) {
    return !failsSlo({ slo }) && thresholds.every(({ ok }) => ok);
}
/** Whether the SLO is a limit of the gate and is missed. */
export function failsSlo({ slo }) {
    return slo?.gate === true && !slo.met;
}
/** Whether a policy is the `oracle`, which nobody can deploy; a user's own policy of that name has another source. */
export function isHindsight(policy) {
    return 'source' in policy && policy.source === 'oracle';
}
