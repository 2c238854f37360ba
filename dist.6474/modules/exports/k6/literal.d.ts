/** Plain data as a JavaScript literal that people like to edit. */
export declare function literal(value: unknown, indent?: string): string;
/** JSON's escapes are JavaScript's. */
export declare function quoted(text: string): string;
