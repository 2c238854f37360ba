import type { PolicySpec } from '../../policy/policySpec.js';
import type { Environment } from '../environments.js';
import type { PlayLog, Sequence } from '../playLog.js';
/** What can run a policy: our own interpreter, a real one, Node. */
export interface Runtime {
    readonly name: string;
    /** For messages: what brings it. */
    readonly install: string;
    /** Whether policies of this kind are for it. */
    runs(spec: PolicySpec): boolean;
    /** @returns undefined when it is not on this machine */
    find(): FoundRuntime | undefined;
}
/** A runtime that is here. */
export interface FoundRuntime {
    /** As it calls itself: `Lua 5.4.4`. */
    readonly version: string;
    /** @throws ProblemError for a manifest that cannot be read */
    play(play: PlayRequest): Promise<PlayLog>;
}
export interface PlayRequest {
    readonly spec: PolicySpec;
    readonly sequence: Sequence;
    readonly environment: Environment;
}
