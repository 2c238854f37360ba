import type { SourceDocument } from '../../../base/document.js';
import type { Place, Problem } from '../../../base/problem.js';
import type { TriggerSpec } from '../manifestSchema.js';
import type { Trigger } from '../trigger.js';
/** A trigger that was read, and what is wrong with it or not simulated of it. */
export interface ReadTrigger {
    /** undefined when `problems` keep it from being one. */
    readonly trigger: Trigger | undefined;
    readonly problems: readonly Problem[];
    readonly warnings: readonly Problem[];
}
export interface TriggerPlace {
    readonly source: SourceDocument;
    readonly index: number;
    /** `--metric NAME=METRIC`. */
    readonly metricMap: Readonly<Record<string, string>>;
    /** It is one of the values of a formula, and no metric of the HPA. */
    readonly isSource: boolean;
}
/** Where a key of the metadata stands. */
export declare function keyPlace({ source, index }: Pick<TriggerPlace, 'source' | 'index'>, key: string, isKey?: boolean): Place;
/** Names by which `--metric` can speak of a trigger, the surest first: its place, name, metric or type. */
export declare function mappingNames(spec: TriggerSpec, { index, metricName }: TriggerIdentity): string[];
interface TriggerIdentity {
    readonly index: number;
    /** Its metric's name in the HPA. */
    readonly metricName: string;
}
export {};
