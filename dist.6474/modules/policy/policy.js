/** Types a TypeScript policy; returns it unchanged. */
export function definePolicy(policy) {
    return policy;
}
/** A policy that failed at load or run: the user's mistake, exit code 107. */
export class PolicyFault extends Error {
    name = 'PolicyFault';
    /** `load` | `runtime` | `budget` | `memory` | `value` | `time-limit` | `crash` */
    kind;
    /** Virtual time, seconds; undefined at load. */
    timeSeconds;
    constructor(message, details) {
        super(message);
        this.kind = details.kind;
        this.timeSeconds = details.timeSeconds;
    }
}
