/** A piece of a sentence: plain text, the name of a policy, or a time of the run. */
type PhrasePart = string | {
    readonly policy: string;
} | {
    readonly timeSeconds: number;
};
/** A sentence whose names and times can still be told apart, so that a page can colour and link them. */
export type Phrase = readonly PhrasePart[];
/** The phrase as plain text; times as hh:mm. */
export declare function plainText(phrase: Phrase): string;
/** Parts as prose: `a`, `a and b`, `a, b and c`. */
export declare function listPhrase(parts: readonly PhrasePart[]): Phrase;
export {};
