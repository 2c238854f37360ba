import { type Twist } from './twists/twist.js';
/** Where and how one play of a policy is started. */
export interface Environment {
    readonly name: string;
    /** For people. */
    readonly describe: string;
    /** Variables of the process. */
    readonly variables: Readonly<Record<string, string>>;
    readonly twist: Twist;
    /** Runs through one start of the policy: the second begins with what the first left in the module. */
    readonly runCount: number;
    /** Another way of the same interpreter to carry out the code, where it has one. */
    readonly isOtherEngine: boolean;
}
/** Every environment of a policy's plays, the one that the others are compared with first. */
export declare const environments: readonly Environment[];
/**
 * Played as well where a policy walks a table: its keys sorted, for backwards may be how a runtime has them anyway, and both
 * it cannot have.
 */
export declare const sortedKeys: Environment;
/** The variables of one environment with the zone and locale of another: to tell what a difference comes from. */
export declare function variablesOf(isElsewhere: boolean): Readonly<Record<string, string>>;
