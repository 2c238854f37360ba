/** One line of `behavior.scaleUp.policies` or `scaleDown.policies`. */
export interface ScalingPolicy {
    readonly type: 'Pods' | 'Percent';
    readonly value: number;
    readonly periodSeconds: number;
}
type SelectPolicy = 'Max' | 'Min' | 'Disabled';
export type Direction = 'up' | 'down';
/** `behavior.scaleUp` or `behavior.scaleDown` as written; undefined is "not said". */
export interface GivenRules {
    readonly stabilizationSeconds?: number | undefined;
    readonly selectPolicy?: SelectPolicy | undefined;
    readonly policies?: readonly ScalingPolicy[] | undefined;
    /** As written; whether the controller reads it depends on its version. */
    readonly toleranceRatio?: number | undefined;
}
/** The rules of one direction, complete. */
export interface ScalingRules {
    /** undefined on the way down: the controller's flag holds. */
    readonly stabilizationSeconds: number | undefined;
    readonly selectPolicy: SelectPolicy;
    readonly policies: readonly ScalingPolicy[];
}
/** Given rules with the API's defaults in the fields left out. `policies` replaces the default list as a whole. */
export declare function completeRules(direction: Direction, given?: GivenRules): ScalingRules;
export {};
