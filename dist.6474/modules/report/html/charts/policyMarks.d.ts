import type { Markish } from '@observablehq/plot';
import { type PolicySymbol } from '../policyStyle.js';
/** How charts draw a policy. */
export interface PolicyLook {
    readonly color: string;
    readonly symbol: PolicySymbol;
    /** Policies without a hue of their own have hollow symbols. */
    readonly isHollow: boolean;
}
/** Marks that fade while another policy is shown alone. */
export declare function markClass(place: number): string;
/** Options of a symbol. The line of a hollow one adds to its size. */
export declare function symbolOptions({ color, symbol, isHollow }: PolicyLook, radius: number): {
    readonly symbol: PolicySymbol;
    readonly r: number;
    readonly fill: 'var(--bg)';
    readonly stroke: string;
    readonly strokeWidth: 1.5;
} | {
    readonly symbol: PolicySymbol;
    readonly r: number;
    readonly fill: string;
    readonly stroke: 'var(--bg)';
    readonly strokeWidth: 1;
};
/** A thin line from a point to its label, in pixels of the picture; null where none is needed. */
export declare function leaderMark(to: readonly [number, number] | undefined, { className, color, from, }: {
    readonly className: string;
    readonly color: string;
    readonly from: readonly [number, number];
}): Markish | null;
