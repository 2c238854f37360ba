/** Key paths of the bounds that a scenario, as it was written, leaves out: `services.web.scaling.max`. */
export declare function openBounds(value: unknown): ReadonlySet<string>;
