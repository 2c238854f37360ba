import type { ScenarioResult } from '../results/results.js';
import type { UncertainInput } from '../results/worlds/robustness.js';
/**
 * Whether the answer holds where the inputs are other than stated: `hpa is best in 196 of 200 plausible worlds (by chance
 * alone 199 of 200); flips if startup exceeds 140 s (you: 85 s, a guess).` Undefined without worlds.
 */
export declare function robustnessText({ robustness }: Pick<ScenarioResult, 'robustness'>): string | undefined;
/** `a guess`, `measured` */
export declare function basisText({ basis }: Pick<UncertainInput, 'basis'>): string;
/** An amount in the unit of its input: `46 ms`, `140 s`, `1.5 GB`, `0.096`. */
export declare function amountText({ unit }: Pick<UncertainInput, 'unit'>, amount: number): string;
/** The shortest ends of the paths that tell them apart: `startup`, or `web.startup` and `api.startup`. */
export declare function inputNames(inputs: readonly Pick<UncertainInput, 'path'>[]): ReadonlyMap<string, string>;
/** What the worlds do not cover, a sentence each: assumptions that were not drawn, worlds that are no scenario. */
export declare function uncoveredTexts({ robustness }: Pick<ScenarioResult, 'robustness'>): string[];
/** That the scenario knows ranges which nobody asked to draw; undefined where they were drawn, or there are none. */
export declare function unusedRangesText({ assumptions, robustness, }: Pick<ScenarioResult, 'assumptions' | 'robustness'>): string | undefined;
