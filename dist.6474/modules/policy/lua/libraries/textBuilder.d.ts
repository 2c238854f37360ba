import { type LuaState } from '../fengariApi.js';
/** A text that grows: its length is checked with every part, so that no more memory is taken than a string may have. */
export declare class TextBuilder {
    #private;
    constructor(L: LuaState);
    /** What was added so far. */
    get bytes(): Uint8Array;
    add(part: Uint8Array): void;
    /** Pushes the text. */
    push(): void;
}
