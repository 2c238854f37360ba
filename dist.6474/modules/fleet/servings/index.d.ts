import type { Serving, ServingContext, ServingNeeds, ServingVariant } from '../serving.js';
/** Every way to serve, the first that fits a service's requests is taken. */
export declare const servings: readonly ServingVariant[];
/**
 * How the services of a run serve, as one.
 *
 * @param needs [service]
 */
export declare function buildServing(context: ServingContext, needs: readonly ServingNeeds[], variants?: readonly ServingVariant[]): Serving;
