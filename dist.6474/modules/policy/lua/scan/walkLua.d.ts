/** What a chain of names such as `ngx.timer.every` begins with, and its parts. */
export interface NamePath {
    /** The module a local stands for: `local http = require("resty.http")`; else the first name is a global. */
    readonly module?: string;
    readonly names: readonly string[];
}
/** A use of a global, or of a module's field. */
export interface NameUse extends NamePath {
    readonly line: number;
    readonly isWrite: boolean;
    /** The arguments where it is called: a text that stands there, or the path of a name. */
    readonly call?: readonly Argument[];
}
interface Argument {
    readonly text?: string;
    readonly path?: NamePath;
}
/**
 * Tells of every use of a global and of a required module in a file, by its grammar and its scopes, without running it.
 *
 * Problem: which names mean the environment, and which the file's own locals. Idea: a descent over the grammar (Lua 5.3 manual,
 * section 9) that keeps scopes and nothing else; a local that stands for a global's field or a module keeps its path.
 * A path ends where it cannot be known: at a call, or at an index that is computed.
 * @returns the line from which on it could not be read; undefined where it was read to the end
 */
export declare function walkLua(code: string, tell: Listener): number | undefined;
interface Listener {
    name(use: NameUse): void;
    /** A text that stands in an expression. */
    text(text: string, line: number): void;
}
export {};
