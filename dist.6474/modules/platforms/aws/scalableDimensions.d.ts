/** The words for what a group or scalable target has more or fewer of. */
export interface ScalableUnit {
    /** `instances`, `read capacity units`. */
    readonly words: string;
    /** What is scaled, where that is no fleet of instances that serve requests. */
    readonly thing?: string;
}
export declare const instanceUnit: ScalableUnit;
/** The unit of a dimension; instances where it is not known. */
export declare function unitOf(dimension: string): ScalableUnit;
