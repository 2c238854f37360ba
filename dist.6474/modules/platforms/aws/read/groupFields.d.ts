/**
 * Fields of an Auto Scaling group that are not read here.
 *
 * Source: CreateAutoScalingGroup (API 2011-01-01) and AWS::AutoScaling::AutoScalingGroup.
 */
/** They would change how many instances there are, or when: each with its effect there. */
export declare const groupEffects: Readonly<Record<string, string>>;
/** They say what an instance is and where it runs, which the scenario does. */
export declare const groupDescriptions: readonly string[];
/** Values with which a field changes nothing: off, empty, or what every group has that sets nothing. */
export declare function isGroupDefault(field: string, value: unknown): boolean;
