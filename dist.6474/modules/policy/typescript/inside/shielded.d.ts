/**
 * The host's functions as functions of the realm. At the end of the stack a call of the host's ends in an error of its realm, and
 * that leads out of this one: the policy gets one of its own instead.
 *
 * Runs inside the realm, by its text.
 */
export declare function shielded<Host extends object>(world: typeof globalThis, host: Host): Host;
