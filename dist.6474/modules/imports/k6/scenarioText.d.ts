import type { ScenarioInput } from '../../scenario/schema.js';
/** Comments of a written scenario: at the top, and above keys. */
interface ScenarioComments {
    readonly top: readonly string[];
    readonly byKey: Readonly<Record<string, readonly string[]>>;
}
/** A scenario as YAML that people like to edit: short maps on one line, a blank line between parts, comments. */
export declare function scenarioText(input: ScenarioInput, { top, byKey }: ScenarioComments): string;
export {};
