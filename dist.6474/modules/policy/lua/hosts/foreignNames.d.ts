/** Names that say that a file was written for another program. */
export declare const foreignNames: readonly string[];
/** Whose a global is that the policy used and that does not exist here; undefined for a name we know nothing of. */
export declare function foreignGlobal(name: string): string | undefined;
/** Adds to Lua's message on an absent global whose it is, if that is known. */
export declare function explainGlobal(message: string): string;
/** Why there is no such module, and what to do. */
export declare function explainModule(name: string, known: readonly string[]): string;
/** What kind of foreign file a file is by the global functions it defines; undefined where they tell nothing. */
export declare function foreignFile(hasGlobal: (name: string) => boolean): string | undefined;
