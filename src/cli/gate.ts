import { type ExitCode, exitCode, worstExitCode } from '../base/exitCode.js';
import { hasResults, type ResultDocument, type ScenarioResult } from '../results/results.js';

export interface GateRule {
  /** `all`, `any`, or the name of a candidate. */
  readonly gate: string;
  /** Name of the reference; the first candidate when left out. */
  readonly reference: string | undefined;
  readonly isInterrupted: boolean;
}

/** The exit code of a document: interrupted before failed policies before thresholds (CONTRACT section 3). */
export function gateExitCode({ scenarios }: Pick<ResultDocument, 'scenarios'>, rule: GateRule): ExitCode {
  const codes: ExitCode[] = [];
  if (rule.isInterrupted) codes.push(exitCode.interrupted);
  const failed = scenarios.flatMap(({ policies }) => policies.filter((policy) => !hasResults(policy)));
  if (failed.some((policy) => policy.failure?.kind !== 'interrupted')) codes.push(exitCode.policyFailed);
  if (scenarios.some((scenario) => !passes(scenario, rule))) codes.push(exitCode.thresholdsCrossed);
  return worstExitCode(codes);
}

/**
 * Whether a scenario's candidates keep what the gate asks for.
 *
 * `all`: every candidate but the reference, which counts when it is the only one. `any`: at least one, the reference too.
 * A policy that failed or never ran keeps nothing.
 */
function passes({ policies }: ScenarioResult, { gate, reference }: GateRule): boolean {
  const keeps = (policy: ScenarioResult['policies'][number]) =>
    hasResults(policy) && policy.thresholds.every(({ ok }) => ok);
  if (gate === 'any') return policies.some(keeps);
  if (gate !== 'all') return policies.filter(({ name }) => name === gate).every(keeps);
  const referenceName = reference ?? policies[0]?.name;
  const judged = policies.length === 1 ? policies : policies.filter(({ name }) => name !== referenceName);
  // A failed policy has its own, stronger code.
  return judged.filter(hasResults).every(keeps);
}
