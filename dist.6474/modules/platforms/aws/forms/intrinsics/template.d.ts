import type { Resolved } from './resolved.js';
type Section = Readonly<Record<string, unknown>>;
/** The parts of a template that functions look things up in. */
export interface Template {
    readonly parameters: Section;
    readonly mappings: Section;
    readonly conditions: Section;
    readonly resources: Section;
}
/** Ref to it is as if nothing stood there. */
export declare const NO_VALUE = "AWS::NoValue";
/** The key under which a value that the user gives stands beside a parameter's Default; no template has it. */
export declare const GIVEN_KEY = "Value";
export declare function templateOf(document: unknown): Template;
/**
 * What a parameter is worth: what the user gives, else its Default.
 *
 * The Default of a parameter whose type is AWS::SSM::Parameter::Value<...> names an entry of the Parameter Store, so its
 * value is open. Source: AWS CloudFormation User Guide, "Parameters". @returns undefined for what is no parameter
 */
export declare function parameterOf({ parameters }: Template, name: string): {
    readonly value: Resolved;
} | undefined;
export {};
