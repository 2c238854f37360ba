import type { StepCurve } from '../stats/stepCurve.js';
import type { RunInput } from './runInput.js';
import type { Traffic } from './traffic.js';
/** Parts of a run whose curves do not know the future have none. */
interface Needs {
    readonly traffic: Traffic;
    readonly input: RunInput;
}
/**
 * Instances a service needs at an instant, from the sources' rate curves.
 *
 * @returns undefined where a curve is not known in advance: closed loops, traces with one row per request
 */
export declare function neededCurve({ traffic, input }: Needs, service: number): ((seconds: number) => number) | undefined;
/**
 * Requests per second that the sources plan for a service at an instant; draws of arrivals scatter around it.
 *
 * @returns undefined where `neededCurve` is
 */
export declare function plannedRate({ traffic, input }: Needs, service: number): ((seconds: number) => number) | undefined;
/**
 * The needed instances over the whole run, as steps.
 *
 * Steps where every rate is constant or straight are exact to 1 us; smooth curves are looked at on a grid first (`stepsOf`).
 */
export declare function neededSteps({ traffic, input }: Needs, service: number): StepCurve | undefined;
/** `neededSteps` of each service, worked out once a run: the hindsight policy and the measures ask for the same. */
export declare function neededStepsOnce(needs: Needs): (service: number) => StepCurve | undefined;
/** What a reader must know of the demand curve of a service. */
export declare function neededNote({ traffic, input }: Needs, service: number): string;
export {};
