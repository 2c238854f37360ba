/** Something of the machine that a module asked for, and did not get. */
export interface Asked {
    readonly kind: 'clock' | 'random' | 'environment';
    /** Name of a variable of the environment; empty for the others. */
    readonly name: string;
    /** The stack trace of the first time. */
    readonly stack: string;
}
/**
 * Takes from this thread what is another at each run or on each machine: clocks stand still, random numbers are the same
 * ones, the environment is empty, nothing is printed and nothing ends the program.
 *
 * @param frameName what stack traces call the module: Node itself asks, too, and is not told of
 * @param found gets one entry for each thing that the module asks for
 * @returns begins the random numbers anew
 */
export declare function sameEveryTime(frameName: string, found: Asked[]): () => void;
