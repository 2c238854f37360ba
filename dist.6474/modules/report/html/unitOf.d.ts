/** Unit of a measure; of one that this version does not know, what its name ends in. */
export declare function unitOf(name: string): string;
