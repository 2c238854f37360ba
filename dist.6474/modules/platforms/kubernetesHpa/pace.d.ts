import type { HpaSpec } from './hpaSpec.js';
import type { Direction } from './scalingRules.js';
/** One change of the count. */
export interface PaceStep {
    readonly timeSeconds: number;
    readonly replicas: number;
}
/**
 * How fast the count can go from one bound to the other, by the controller's own steps.
 *
 * The metrics ask for the utmost at every sync, and all instances are ready at once: rates and windows alone hold it back.
 * The first step is at the sync that first moves it; time runs from the first sync.
 */
export declare function paceOf(spec: HpaSpec, direction: Direction): readonly PaceStep[];
