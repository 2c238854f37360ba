/** A value of a policy that JavaScript has no like of, a function or a coroutine of Lua: only its kind is known. */
export declare class Opaque {
    /** `function`, `thread`, `userdata`, or `table` where it is too deep to be shown. */
    readonly kind: string;
    constructor(kind: string);
    toJSON(): string;
}
