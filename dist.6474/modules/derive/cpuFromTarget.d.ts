import type { Derived } from './derived.js';
import type { ServiceBin } from './serviceBins.js';
/**
 * CPU a request where nobody recorded CPU: an HPA holds CPU at its target, so pods x request x target is what they use.
 *
 * The sum over all bins above the least count of pods, divided by their requests. The HPA lets CPU be 10 % above its target before it
 * acts, rounds pods up and waits five minutes before it takes them away: true CPU is up to 10 % above and, assumed, 40 % below.
 *
 * @param targetCores what a pod uses at the target: request x target
 * @returns undefined where pods never left their least count: then nothing was held
 * @see kubernetes.io, Horizontal Pod Autoscaling, "Algorithm details"
 */
export declare function cpuFromTarget(bins: readonly ServiceBin[], targetCores: number): Derived | undefined;
