/** What a policy can read besides its observation, each a thing that differs between two places it may run in. */
export declare const hiddenInputs: readonly ['clock', 'environment', 'random', 'order'];
export type HiddenInput = (typeof hiddenInputs)[number];
/**
 * How a hidden input is shown to a policy: `natural` as the runtime has it; `pinned` the same everywhere; `moved` the same
 * everywhere, and other than pinned.
 */
type TwistMode = 'natural' | 'pinned' | 'moved';
export type Twist = Readonly<Record<HiddenInput, TwistMode>>;
export declare const natural: Twist;
export declare const pinned: Twist;
export declare const somewhereElse: Twist;
export declare function isNatural(twist: Twist): boolean;
/** A prime, so that no period of seconds, minutes or days hides the move; 115 days. */
export declare const clockMoveSeconds = 10000019;
/** What a variable that is not set reads as elsewhere. */
export declare const movedVariable = "1";
/** Begins a line that a twisted policy logs about itself: kind of input, how it was read, where. */
export declare const useMark = "\u0001use";
/** One reading of a hidden input. */
export interface HiddenUse {
    readonly input: HiddenInput;
    /** As it stands in the policy: `os.time`. */
    readonly name: string;
    /** `file.lua:12`, as far as it is known. */
    readonly place: string;
}
/** The readings among the lines that a play logged, each once. */
export declare function usesOf(lines: readonly string[]): HiddenUse[];
export {};
