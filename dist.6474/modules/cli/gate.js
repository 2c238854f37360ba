import { exitCode, worstExitCode } from '../base/exitCode.js';
import { limitKinds } from '../engine/limits/runEnd.js';
import { judgedForBaseline, judgedForLimits, keepsLimits } from '../results/judged.js';
import { hasResults } from '../results/results.js';
import { pastNames } from '../results/revisionResult.js';
/** The exit code of a document: interrupted before failed policies before thresholds and baseline (docs/ci.md, "Exit codes"). */
export function gateExitCode({ scenarios }, gate) {
    const codes = [];
    if (gate.isInterrupted)
        codes.push(exitCode.interrupted);
    const failed = scenarios.flatMap((scenario) => {
        const past = pastNames(scenario);
        return scenario.policies.filter((policy) => !hasResults(policy) && !past.has(policy.name));
    });
    const kinds = new Set(failed.map((policy) => policy.failure?.kind));
    if (kinds.delete(limitKinds.run))
        codes.push(exitCode.outputBlocked);
    kinds.delete('interrupted');
    if (kinds.size > 0)
        codes.push(exitCode.policyFailed);
    const isCrossed = scenarios.some((scenario) => missesLimits(scenario, gate) || hasRegressed(scenario, gate));
    if (isCrossed)
        codes.push(exitCode.thresholdsCrossed);
    return worstExitCode(codes);
}
function missesLimits(scenario, { gate, reference }) {
    const judged = judgedForLimits(scenario, { gate, reference });
    return scenario.policies.some((policy) => {
        if (!judged.has(policy.name))
            return false;
        // With `all` a failed policy has its own, stronger code; a policy that alone decides keeps nothing when it failed.
        return hasResults(policy) ? !keepsLimits(policy) : gate !== 'all';
    });
}
function hasRegressed(scenario, rule) {
    const judged = judgedForBaseline(scenario, rule);
    const regressions = scenario.baseline?.regressions ?? [];
    return regressions.some(({ policy, ok, level }) => judged.has(policy) && !ok && level === 'error');
}
