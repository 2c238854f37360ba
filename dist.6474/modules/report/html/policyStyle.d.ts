/** What a policy looks like everywhere on the page: never its colour alone. */
export interface PolicyStyle {
    /** CSS colour: the policy's own variable, so that a reader can give it a hue without anything being drawn again. */
    readonly color: string;
    /** What that variable is at first: one of the page's hues, or the grey of those that do not matter most. */
    readonly hue: string;
    readonly symbol: PolicySymbol;
}
/** Symbol names of Plot; those without a hue are hollow. */
export type PolicySymbol = 'square' | 'triangle' | 'diamond' | 'circle' | 'cross' | 'star' | 'wye';
/** Of policies without a hue of their own. */
export declare const greyHue = "var(--ink3)";
/** The class of all that belongs to a policy, by its place in the scenario. */
export declare function placeClass(place: number): string;
/**
 * Colours in scenario order, not by rank, so that they survive a rerun.
 *
 * The first fixed fleet gets slate. Beyond six policies only those in `preferred` and then the first ones carry a hue; the
 * others are grey and hollow, each with a symbol of its own up to seven of them.
 */
export declare function assignPolicyStyles(policies: readonly {
    readonly name: string;
    readonly source: string;
}[], preferred: ReadonlySet<string>): Map<string, PolicyStyle>;
