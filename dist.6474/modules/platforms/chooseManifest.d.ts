import type { FoundManifest } from './documentSet.js';
/**
 * The manifest of a file that scales a service: the only one, or the one whose target has the service's name.
 *
 * @throws ProblemError when several are there and none, or more than one, has the name
 */
export declare function chooseManifest(found: readonly FoundManifest[], serviceName: string, file: string): FoundManifest;
/** Whether a manifest's target is the service of this name. */
export declare function isTargetOf(target: string, serviceName: string): boolean;
/** AWS names a target by a path, `service/production/web` of ECS or `aws_autoscaling_group.web` of Terraform: its last part. */
export declare function lastPartOf(target: string): string;
