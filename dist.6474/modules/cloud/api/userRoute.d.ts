import type { ApiRoute } from './apiRoute.js';
import type { RouteSettings } from './routeSettings.js';
/** Names that every reply may use, beside those of the route's own template. */
export declare const commonNames: string[];
/** A route of the scenario as one that answers. */
export declare function userRoute(route: RouteSettings): ApiRoute;
