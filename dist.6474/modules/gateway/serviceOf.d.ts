import type { RequestProfile } from './serviceRuntime.js';
/** The service a request goes to, by its uniform draw. */
export declare function serviceOf({ routes }: RequestProfile, routeUniform: number): number;
