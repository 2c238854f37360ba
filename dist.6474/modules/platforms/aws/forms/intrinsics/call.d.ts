import type { OpenValue } from '../../openValue.js';
import type { Resolved, Truth } from './resolved.js';
import type { Template } from './template.js';
/** One use of a function in a template, and what its meaning may ask for. */
export interface Call {
    /** `Fn::Select`. */
    readonly name: string;
    readonly argument: unknown;
    readonly template: Template;
    /** A part of the argument; `keys` lead to it. */
    evaluate(value: unknown, ...keys: readonly PropertyKey[]): Resolved;
    /** A part of the argument that is a condition. */
    test(value: unknown, ...keys: readonly PropertyKey[]): Truth;
    /** The condition of this name. */
    condition(name: string): Truth;
    /** Counts a value that was not evaluated here towards the limit of work. */
    spend(value: Resolved): void;
    /** Notes that CloudFormation refuses this use, and stands for its value. */
    refuse(what: string, fix: string): OpenValue;
    /** Notes a name that stands for nothing in the template. */
    stranger(name: string): void;
}
export type IntrinsicFunction = (call: Call) => Resolved;
