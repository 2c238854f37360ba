let atWork;
/** A policy's guard begins to watch: JavaScript runs one policy at a time. */
export function beginsWork(guard) {
    atWork = guard;
}
/**
 * Charges the policy at work for what JavaScript does for it outside of the count hook, worth so many instructions.
 *
 * For places that have no Lua state at hand, and for the many that would otherwise be free.
 */
export function owe(instructionCount) {
    atWork?.owe(instructionCount);
}
