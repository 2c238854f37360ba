import type { LagPart, LagParts } from '../../results/lagBudget.js';
/** The parts of a wait for instances as the page draws them, in the order in which they pass. */
export declare const lagParts: readonly {
    readonly key: LagPart;
    readonly color: string;
    readonly label: string;
}[];
/** The part that takes most of an answer; the first of equals. */
export declare function largestLagPart(parts: LagParts): (typeof lagParts)[number];
