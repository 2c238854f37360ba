import { ProblemError } from '../base/problem.js';
import { checkThresholds } from '../results/thresholds.js';
import type { Scenario } from './schema.js';

/** The names that a threshold of this scenario may use. */
export function thresholdNames({ traffic, services, requests }: Scenario): Parameters<typeof checkThresholds>[1] {
  return { source: Object.keys(traffic), service: Object.keys(services), class: Object.keys(requests) };
}

/** Thresholds that could never be judged would pass or fail for the wrong reason. @throws ProblemError */
export function rejectBadThresholds(scenario: Scenario, where: { readonly file?: string }): void {
  const issues = checkThresholds(scenario.thresholds, thresholdNames(scenario));
  if (issues.length === 0) return;
  throw new ProblemError(
    issues.map(({ metric, code, what, why, fix }) => {
      return { code, where: { ...where, path: `thresholds.${metric}` }, what, why, fix };
    }),
  );
}
