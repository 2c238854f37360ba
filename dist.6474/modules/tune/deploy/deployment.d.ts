import type { Candidate, PolicySpec } from '../../policy/policySpec.js';
type FileSpec = Extract<PolicySpec, {
    readonly path: string;
}>;
/** A setting as a change of its file. */
export interface Deployment {
    /** Undefined where the file cannot be changed so that it says just this. */
    readonly edit: {
        /** As the user wrote it. */
        readonly file: string;
        /** The whole file, changed. */
        readonly text: string;
        /** Empty where the file says so already. */
        readonly diff: string;
        /** The policy that the changed file is, without parameters. */
        readonly bindings: Candidate['bindings'];
    } | undefined;
    readonly files: readonly string[];
    /** Why it cannot, or what was not changed. */
    readonly reason?: string;
}
/** The text of a policy's file; of TypeScript a spec has only what was bundled. */
export type TextOf = (spec: FileSpec) => string;
/**
 * The change to deploy: the file of a candidate with its parameters written into it.
 *
 * What is written is read again and must be the manifest that was simulated, or there is no edit.
 * @param candidate bound to its services
 */
export declare function deploymentOf({ bindings }: Candidate, textOf: TextOf): Deployment;
export {};
