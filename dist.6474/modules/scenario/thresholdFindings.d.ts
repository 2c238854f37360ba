import { checkThresholds } from '../results/thresholds.js';
import type { Finding } from './finding.js';
import type { Scenario, ScenarioInput } from './schema.js';
/** The names that a threshold of this scenario may use. */
export declare function thresholdNames({ traffic, services, requests }: Scenario): Parameters<typeof checkThresholds>[1];
/** Thresholds that could never be judged: they would pass or fail for the wrong reason. */
export declare function thresholdFindings(scenario: Scenario): Finding[];
/**
 * k6 can end a test as soon as a threshold is missed. A simulation is judged when all its runs are over, and they are short:
 * the fields stay valid, so that thresholds can be copied, and are named.
 */
export declare function abortFindings(thresholds: NonNullable<ScenarioInput['thresholds']>): Finding[];
