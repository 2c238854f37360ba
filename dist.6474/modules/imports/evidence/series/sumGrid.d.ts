import { type Points } from './points.js';
/** How several series of one thing become one. */
export type Combination = 'sum' | 'mean' | 'first';
/** Several series as one, by slots of one width. Prometheus aligns all series of an answer, so mostly a slot is an instant. */
export declare class SumGrid {
    #private;
    /** The first series gives the slots. */
    constructor(first: Points, combination: Combination);
    add({ seconds, values }: Points): void;
    points(): Points;
}
