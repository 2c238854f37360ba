import { type GateRule } from '../results/judged.js';
import { type ScenarioResult, type ThresholdResult } from '../results/results.js';
/** `latency_all_ms p(99)<800 got 1,240 ms` */
export declare function thresholdText(threshold: ThresholdResult): string;
/** Whose missed limits end the command with 99, each with what it misses; none where nothing does. */
export declare function gateMisses(scenario: ScenarioResult, rule: GateRule): string[];
