import { type PolicyHost } from '../policy/policy.js';
import type { PlayLog, Sequence } from './playLog.js';
/** A policy that was started, here or in another process. */
export interface Started {
    readonly isScript: boolean;
    readonly nextWakeSeconds: number;
    /** @throws PolicyFault, UnsupportedHere */
    wake(): void | Promise<void>;
    readonly findings?: readonly string[];
}
/** The policy asks for something that only its own host has. */
export declare class UnsupportedHere extends Error {
    readonly name = "UnsupportedHere";
}
interface Play extends Sequence {
    /** Times that the sequence is played through one start of the policy; a script is played once. */
    readonly runCount: number;
    /** Starts the policy for one service. @throws PolicyFault, UnsupportedHere */
    start(host: PolicyHost): Started | Promise<Started>;
}
/**
 * A policy's decisions on a sequence, as `decide` makes them: one that is asked is asked at every observation, a script
 * runs on until the observation's time and sees the newest one.
 */
export declare function playSequence(play: Play): Promise<PlayLog>;
export {};
