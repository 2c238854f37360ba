/** A count for messages: `21,024,000`; one too large to be written out as 1.2e+24. */
export declare function countText(count: number): string;
/** Bytes for messages, rounded up to three digits: `1.28GB`, as the options take it. */
export declare function sizeText(bytes: number): string;
