import type { ScenarioInput } from '../../scenario/schema.js';
import type { K6Load } from './readOptions.js';
/** A scenario with placeholders where a k6 script says nothing. */
interface DraftScenario {
    readonly input: ScenarioInput;
    /** Request class of each source. */
    readonly classes: Readonly<Record<string, string>>;
    readonly notes: readonly string[];
}
/** Turns the load of a k6 script into a scenario: traffic 1:1, the rest placeholders. */
export declare function toScenario(load: K6Load, name: string): DraftScenario;
export {};
