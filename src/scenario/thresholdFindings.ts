import { checkThresholds } from '../results/thresholds.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** The names that a threshold of this scenario may use. */
export function thresholdNames({ traffic, services, requests }: Scenario): Parameters<typeof checkThresholds>[1] {
  return { source: Object.keys(traffic), service: Object.keys(services), class: Object.keys(requests) };
}

/** Thresholds that could never be judged: they would pass or fail for the wrong reason. */
export function thresholdFindings(scenario: Scenario): Finding[] {
  return checkThresholds(scenario.thresholds, thresholdNames(scenario)).map(({ metric, index, ...words }) => {
    return { ...words, path: ['thresholds', metric, ...(index === undefined ? [] : [index])] };
  });
}
