import type { GateRule } from '../../results/judged.js';
import type { ResultDocument, ScenarioResult } from '../../results/results.js';
/** What the screen shows: policies by short names, the same ones in every table, line and picture. */
interface Shown {
    readonly scenarios: readonly ScenarioResult[];
    /** The same with text as it is: for what is not yet made into lines. */
    readonly renamed: readonly ScenarioResult[];
    /** Whole names, `..` for what the short ones say. */
    readonly patterns: readonly string[];
    /** The name that stands for a policy's. */
    nameOf(name: string): string;
}
export declare function shownScenarios({ scenarios }: ResultDocument, unicode: boolean): Shown;
/** `--gate` and `--against` by the names that are shown. */
export declare function shownRule({ gate, reference }: GateRule, { nameOf }: Shown): GateRule;
/** Names and messages come from files: their control characters must be seen, never sent to a terminal. */
export declare function showStrings<T>(value: T, unicode: boolean): T;
export {};
