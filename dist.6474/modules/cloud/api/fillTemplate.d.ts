/** What `{name}` stands for in a reply. */
export type Lookup = (name: string) => unknown;
/** Names in braces of any text within a value. */
export declare function placeholdersIn(value: unknown): string[];
/** A text that is one name becomes its value, a list or a number too; within other text values stand as text. */
export declare function fillTemplate(value: unknown, lookup: Lookup): unknown;
export declare function fillWithin(text: string, lookup: Lookup): string;
