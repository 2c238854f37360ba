import type { PolicyResult, ScenarioResult, Timeline } from '../results/results.js';
/** From and until, seconds of the run. */
export type Spell = readonly [number, number];
/** When users had to wait: spells below the objective in the run shown, all services together; none without an slo. */
export declare function aboveSloOf(policy: Pick<PolicyResult, 'above_slo' | 'timeline'>, scenario: ScenarioResult): readonly Spell[];
/** The same of one service. */
export declare function aboveSloOfService(timeline: Timeline, scenario: ScenarioResult): readonly Spell[];
/** Whether any of the spells overlaps [from, until). */
export declare function overlaps(spells: readonly Spell[], from: number, until: number): boolean;
