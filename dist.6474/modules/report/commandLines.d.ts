/**
 * A command broken before its options, so that it fits and still runs when it is copied.
 *
 * @returns the lines; all but the last end in a backslash, all but the first begin with two spaces
 */
export declare function commandLines(command: string, width: number): string[];
