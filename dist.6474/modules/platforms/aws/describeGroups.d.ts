import type { SourceDocument } from '../../base/document.js';
import type { Problem } from '../../base/problem.js';
declare const forms: {
    terraform: {
        recognises(document: unknown): boolean;
        list(source: SourceDocument): import("./read/resource.js").ResourceList;
    };
    cloudformation: {
        recognises(document: unknown): boolean;
        list(source: SourceDocument): import("./read/resource.js").ResourceList;
        isExpression: typeof import("./forms/intrinsics/evaluator.js").isFunctionUse;
        givable({ value }: SourceDocument): {
            name: string;
            path: string[];
            covers: (field: unknown) => boolean;
        }[];
    };
    'aws-cli': {
        recognises(document: unknown): boolean;
        list(source: SourceDocument): import("./read/resource.js").ResourceList;
    };
};
/** An Auto Scaling group, or a target of Application Auto Scaling, apart from its policies. */
export interface GroupDescription {
    /** `ec2`: an Auto Scaling group; `ecs`: tasks of a service; `application`: another target of Application Auto Scaling. */
    readonly unit: 'ec2' | 'ecs' | 'application';
    /** As the policies of its document name it. */
    readonly name: string;
    /** Counts are null where the document does not tell, or a template leaves them open. */
    readonly minCount: number | null;
    readonly maxCount: number | null;
    readonly desiredCount: number | null;
    /** DefaultInstanceWarmup; null where the group has none. */
    readonly warmupSeconds: number | null;
    readonly cooldownSeconds: number | null;
    /** For so long a new instance may fail its checks: longer than its startup, mostly. */
    readonly healthCheckGraceSeconds: number | null;
    /** Of EC2; several where the group mixes them. */
    readonly instanceTypes: readonly string[];
    /** Of a task of ECS. */
    readonly task: {
        readonly vcpus: number | null;
        readonly memoryBytes: number | null;
        readonly isFargate: boolean;
    } | null;
    /** As far as the document names one. */
    readonly region: string | null;
    /** Numbers that a template leaves open, in its words: `MaxSize is ${Ceiling}`. */
    readonly open: readonly string[];
}
/** What a document says of groups. */
export interface DescribedGroups {
    readonly form: keyof typeof forms;
    readonly groups: readonly GroupDescription[];
    /** Whether there is a policy in it, which makes it a manifest. */
    readonly hasPolicies: boolean;
    readonly problems: readonly Problem[];
}
/** The groups of a document in any form that `--policy` takes, whether or not it has policies. @throws ProblemError */
export declare function describeGroups(source: SourceDocument): DescribedGroups;
export {};
