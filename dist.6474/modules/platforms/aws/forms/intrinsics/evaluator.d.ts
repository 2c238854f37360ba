import { type Resolved, type Truth } from './resolved.js';
import type { Template } from './template.js';
type Path = readonly PropertyKey[];
/** A use of a function that CloudFormation refuses, or a name that it does not find. */
export interface Misuse {
    readonly path: Path;
    readonly what: string;
    readonly fix: string;
}
/**
 * The functions of a template, carried out as far as the document says what they come to.
 *
 * What only a deployment knows becomes an `OpenValue`: a parameter without a default, an export of another stack, the
 * generated name of a resource. A condition is decided as soon as one of its parts decides it. Work and depth are bounded, for a
 * small template can ask for any amount of text.
 * Source: CloudFormation Template Reference, "Intrinsic function reference" and "Condition functions" (2010-09-09), with
 * Fn::Length, Fn::ToJsonString and DefaultValue of the transform AWS::LanguageExtensions. O(size of what comes out).
 */
export declare class Evaluator {
    #private;
    readonly template: Template;
    /** What CloudFormation would refuse. */
    readonly misuses: Misuse[];
    /** Names that stand for nothing in the template. */
    readonly strangers: Misuse[];
    constructor(template: Template);
    /** What a value comes to; `path` says where it stands, for messages. */
    evaluate(value: unknown, path: Path): Resolved;
    /** Whether a condition holds, of `Conditions` or written in place. */
    test(value: unknown, path: Path): Truth;
    /** Whether the condition of this name holds. */
    condition(name: string, path: Path): Truth;
}
/** Thrown when a template asks for more work than is done for one. */
export declare class TooMuch extends Error {
    readonly path: Path;
    constructor(path: Path, what: string);
}
/** Whether a map of a template stands for one value: a use of a function. */
export declare function isFunctionUse(value: unknown): boolean;
export {};
