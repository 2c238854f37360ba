import { z } from 'zod';
/** Largest coefficient of variation taken: beyond it the shapes derived from its square leave the range of doubles. */
export declare const cvMax = 1000000;
/** `min`: smallest legal value. `above`: the value must be greater than this. */
type Bound = {
    readonly min: number;
} | {
    readonly above: number;
};
interface NumberText {
    /** Largest legal value; none when left out. */
    readonly max?: number;
    /** Why a value outside is impossible: the second line of the message. */
    readonly why: string;
    readonly description: string;
}
/** Schema of a bounded number in a distribution's settings; its message says the bound in three lines. */
export declare function numberSetting(options: Bound & NumberText): z.ZodNumber;
export {};
