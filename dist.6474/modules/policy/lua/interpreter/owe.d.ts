interface Debtor {
    owe(instructionCount: number): void;
}
/** A policy's guard begins to watch: JavaScript runs one policy at a time. */
export declare function beginsWork(guard: Debtor): void;
/**
 * Charges the policy at work for what JavaScript does for it outside of the count hook, worth so many instructions.
 *
 * For places that have no Lua state at hand, and for the many that would otherwise be free.
 */
export declare function owe(instructionCount: number): void;
export {};
