import { type LoadedPolicy } from '../policy/policy.js';
import type { StepCurve } from '../stats/stepCurve.js';
interface OracleOptions {
    /** Instances the traffic will need; undefined where nobody can know. */
    readonly needed: StepCurve | undefined;
    /** From a decision to a ready instance, seconds: the mean startup and the provider's latency. */
    readonly leadSeconds: number;
    readonly serviceName: string;
}
/**
 * The policy `oracle`: it knows the rate of the traffic, not its chance, and asks for instances one startup early.
 *
 * At t it wants the most that any instant of [t, t + lead] needs. So an instance is kept through a gap exactly when it
 * could not be back in time (the offline rule; Lin, Wierman, Andrew and Thereska, INFOCOM 2011).
 */
export declare function oraclePolicy({ needed, leadSeconds, serviceName }: OracleOptions): LoadedPolicy;
export {};
