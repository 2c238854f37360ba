/** A value as JSON for people: whatever fits stands on one line, the rest is indented by two. Ends with a line feed. */
export declare function compactJson(value: unknown): string;
