import type { Call, IntrinsicFunction } from './call.js';
import type { Resolved } from './resolved.js';
/** What a name stands for: a parameter's value, a pseudo parameter, or a resource. */
export declare function named(name: string, call: Call): Resolved;
/** An attribute of a resource, as `Name.Attribute`. */
export declare function attribute(id: string, name: string, call: Call): Resolved;
export declare const references: Readonly<Record<string, IntrinsicFunction>>;
