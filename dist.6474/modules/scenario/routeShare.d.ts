import type { Scenario } from './schema.js';
/** Share of a class's requests that go to a service. */
export declare function routeShare(route: Scenario['requests'][string]['route'], service: string): number;
