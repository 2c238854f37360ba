import type { PolicyDefinition } from '../policy/policy.js';
import type { PlannedComparison } from '../run/plan.js';
import type { ScenarioInput } from '../scenario/schema.js';
import type { CheckedOptions } from './options.js';
/** A scenario: the path of its file, or what `defineScenario` returns. */
export type ScenarioSource = string | ScenarioInput;
/**
 * A policy: a file with parameters, as after `--policy`, `none`, `static:N`, the text of a manifest (YAML of several lines, or
 * JSON), or an object with `decide`.
 */
export type PolicySource = string | PolicyDefinition;
/** A scenario and its candidates, checked; `inline` is parallel to the candidates. */
export interface PreparedComparison extends PlannedComparison {
    readonly inline: readonly (PolicyDefinition | undefined)[];
}
/**
 * Reads a scenario and its policies, so that nothing that could have been known stops the runs later.
 *
 * @param policies undefined: the scenario's own, else `none`
 * @throws ProblemError with every problem of the file or object
 */
export declare function prepareComparison(source: ScenarioSource, policies: readonly PolicySource[] | undefined, options: CheckedOptions): Promise<PreparedComparison>;
