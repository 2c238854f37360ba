import { type Assertion, type Regex, type UnitSet } from './regexNode.js';
/** One step of a matcher with a stack of what is still to be tried. */
export type Step = {
    readonly op: 'set';
    readonly has: UnitSet;
}
/** As many units of a set as there are, `least` to `most`; fewer of them are tried later. */
 | {
    readonly op: 'run';
    readonly has: UnitSet;
    readonly least: number;
    readonly most: number;
    readonly isFinal: boolean;
} | {
    readonly op: 'split';
    first: number;
    second: number;
} | {
    readonly op: 'jump';
    to: number;
} | {
    readonly op: 'save';
    readonly slot: number;
}
/** Ends a loop whose body took nothing. */
 | {
    readonly op: 'progress';
    readonly slot: number;
    exit: number;
} | {
    readonly op: 'assert';
    readonly holds: Assertion;
} | {
    readonly op: 'back';
    readonly index: number;
    readonly ignoresCase: boolean;
} | {
    readonly op: 'atomic';
    readonly steps: readonly Step[];
} | {
    readonly op: 'look';
    readonly looks: readonly Look[];
    readonly isNegative: boolean;
} | {
    readonly op: 'end';
};
/** One way to look; `back` units before the place. */
interface Look {
    readonly steps: readonly Step[];
    readonly back: number;
}
export interface RegexProgram {
    readonly steps: readonly Step[];
    readonly rowCount: number;
    /** With those of its parts that are programs themselves. */
    readonly totalStepCount: number;
    readonly groupCount: number;
    readonly names: ReadonlyMap<string, number>;
}
/** Slots 2n and 2n + 1 hold begin and end of group n; those behind them belong to loops. @throws RegexError */
export declare function compileRegex({ node, groupCount, names }: Regex): RegexProgram;
export {};
