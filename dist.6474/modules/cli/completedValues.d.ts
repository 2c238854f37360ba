/**
 * The values that a shell may complete the last word of a line to: scenario and policy files, names of policies, reports.
 *
 * The shell itself leaves out those that begin otherwise. @returns undefined when the line is none of this: the parser
 * completes commands and names of options
 */
export declare function completedValues(args: readonly string[]): Promise<readonly string[] | undefined>;
