/** Text in parts of a useful length. */
export declare function inParts(pieces: Iterable<string>): Generator<string>;
