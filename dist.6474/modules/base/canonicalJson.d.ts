/** JSON with keys in the order of their code units: the same value gives the same text. */
export declare function canonicalJson(value: unknown): string;
/** `sha256...` of a value's canonical JSON. */
export declare function canonicalHash(value: unknown): string;
