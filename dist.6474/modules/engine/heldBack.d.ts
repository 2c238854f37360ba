import type { DesiredRun } from '../record/decisionLog.js';
import type { HeldBack } from '../results/runResult.js';
import type { AssembledService } from './assemble.js';
import type { RunInput } from './runInput.js';
interface Watched {
    readonly service: string;
    readonly desiredRuns: readonly DesiredRun[];
    /** How long a decision that is not repeated is taken to hold: one period, or for good where the policy decides no more. */
    readonly holdSeconds: number;
    readonly span: {
        readonly fromSeconds: number;
        readonly toSeconds: number;
    };
}
/** A spell in which a policy wanted what it did not get. */
export interface HeldSpell {
    /** The setting that stood in the way. */
    readonly by: string;
    readonly fromSeconds: number;
    readonly untilSeconds: number;
    /** The most it wanted, and what it stood at in the end. */
    readonly wanted: number;
    readonly stood: number;
}
/** Decisions in a row, each cut by the same setting, are one spell; a decision that is not repeated holds for `holdSeconds`. */
export declare function heldSpells({ desiredRuns, holdSeconds, span }: Omit<Watched, 'service'>): HeldSpell[];
/** The longest spell in a run for each setting that stood in the way. */
export declare function longestHeldBack({ service, ...watched }: Watched): HeldBack[];
/** A `static` count above the service's maximum: it stands at that from begin to end. */
export declare function heldBackStatic({ name, settings: { scaling }, bounds: { maxCount } }: Pick<AssembledService, 'name' | 'settings' | 'bounds'>, bindings: RunInput['bindings'], { fromSeconds, toSeconds }: Watched['span']): HeldBack[];
/** One sentence for each service and setting: the longest spell of all runs. */
export declare function heldBackFindings(spells: readonly HeldBack[], serviceCount: number): string[];
export {};
