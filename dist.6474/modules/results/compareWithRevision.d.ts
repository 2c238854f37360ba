import { type BaselineRule } from './compareWithBaseline.js';
import { type ScenarioResult } from './results.js';
/**
 * The scenario with what its policies became since a revision: each stands against its own past, which ran on the same random
 * numbers, as against a baseline. What a baseline file says stays beside it.
 */
export declare function compareWithRevision(scenario: ScenarioResult, rule: Omit<BaselineRule, 'baseline'>): ScenarioResult;
