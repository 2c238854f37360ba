/** Breaks text at spaces into lines of at most `width` characters; every line begins with `indent`. */
export declare function wrap(text: string, { width, indent }: {
    readonly width: number;
    readonly indent?: string;
}): string[];
/** At most `limit` lines; the last one then says how many are missing. */
export declare function capLines(lines: readonly string[], limit: number, rest: (count: number) => string): string[];
