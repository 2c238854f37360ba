import { type ExitCode, exitCode, worstExitCode } from '../base/exitCode.js';
import { limitKinds } from '../engine/limits/runEnd.js';
import { type GateRule, judgedForBaseline, judgedForLimits, keepsLimits } from '../results/judged.js';
import { hasResults, type ResultDocument, type ScenarioResult } from '../results/results.js';
import { pastNames } from '../results/revisionResult.js';

interface Gate extends GateRule {
  readonly isInterrupted: boolean;
}

/** The exit code of a document: interrupted before failed policies before thresholds and baseline (docs/ci.md, "Exit codes"). */
export function gateExitCode({ scenarios }: Pick<ResultDocument, 'scenarios'>, gate: Gate): ExitCode {
  const codes: ExitCode[] = [];
  if (gate.isInterrupted) codes.push(exitCode.interrupted);
  const failed = scenarios.flatMap((scenario) => {
    const past = pastNames(scenario);
    return scenario.policies.filter((policy) => !hasResults(policy) && !past.has(policy.name));
  });
  const kinds = new Set(failed.map((policy) => policy.failure?.kind));
  if (kinds.delete(limitKinds.run)) codes.push(exitCode.outputBlocked);
  kinds.delete('interrupted');
  if (kinds.size > 0) codes.push(exitCode.policyFailed);
  const isCrossed = scenarios.some((scenario) => missesLimits(scenario, gate) || hasRegressed(scenario, gate));
  if (isCrossed) codes.push(exitCode.thresholdsCrossed);
  return worstExitCode(codes);
}

function missesLimits(scenario: ScenarioResult, { gate, reference }: Gate): boolean {
  const judged = judgedForLimits(scenario, { gate, reference });
  return scenario.policies.some((policy) => {
    if (!judged.has(policy.name)) return false;
    // With `all` a failed policy has its own, stronger code; a policy that alone decides keeps nothing when it failed.
    return hasResults(policy) ? !keepsLimits(policy) : gate !== 'all';
  });
}

function hasRegressed(scenario: ScenarioResult, rule: Gate): boolean {
  const judged = judgedForBaseline(scenario, rule);
  const regressions = scenario.baseline?.regressions ?? [];
  return regressions.some(({ policy, ok, level }) => judged.has(policy) && !ok && level === 'error');
}
