import type { SourceDocument } from '../../../base/document.js';
import { type ResourceList } from '../read/resource.js';
/**
 * Input and output of the AWS command line.
 *
 * One object is the `--cli-input-json` of `put-scaling-policy`, or the file of `--target-tracking-configuration`. Several
 * things of one group stand in a list, or in a map of lists as `describe-policies` and the like print them:
 * ```
 * [ {policy}, {policy}, {group or scalable target}, {alarm} ]
 * { "ScalingPolicies": [..], "AutoScalingGroups": [..], "ScalableTargets": [..], "MetricAlarms": [..] }
 * ```
 */
export declare const commandLineForm: {
    recognises(document: unknown): boolean;
    list(source: SourceDocument): ResourceList;
};
