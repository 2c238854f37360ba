import { type Advantage } from './advantage.js';
import type { Robustness, Sensitivity, UncertainInput } from './robustness.js';
interface Drawn {
    readonly inputs: readonly UncertainInput[];
    /** [world][input] */
    readonly values: readonly (readonly number[])[];
    /** [world] */
    readonly advantages: readonly Advantage[];
}
/**
 * Which input moves the advantage most, and where each alone would end it.
 *
 * Problem: one run a world, so that chance and every other input hide what one input does. Idea: a linear regression of the
 * advantage's ranks on the inputs' ranks; on its line, with the other inputs as stated, the rank of a tie gives the rank of the
 * input, and that its value. Found only where the input goes with at least 0.3 of the spread and the line crosses within the
 * values drawn.
 * @see Saltelli, Chan, Scott, "Sensitivity Analysis" (2000), chapter 2
 */
export declare function findFlips({ inputs, values, advantages }: Drawn): {
    readonly flips: Robustness['flips'];
    readonly sensitivity: Sensitivity;
};
export {};
