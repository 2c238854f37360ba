import type { SourceDocument } from '../../../base/document.js';
import type { Problem } from '../../../base/problem.js';
import type { Lint, ServiceFacts } from '../../platform.js';
import type { ScaledObject, TriggerSpec } from '../manifestSchema.js';
import type { ScaledObjectSettings } from '../scaledObject.js';
/** What a lint may look at. */
export interface LintContext {
    readonly settings: ScaledObjectSettings;
    /** As written, with defaults. */
    readonly spec: ScaledObject['spec'];
    readonly source: SourceDocument;
    readonly service: ServiceFacts | undefined;
}
/** What a lint of triggers may look at, in a ScaledObject or a ScaledJob. */
export interface TriggerContext {
    readonly spec: {
        readonly triggers: readonly TriggerSpec[];
    };
    readonly source: SourceDocument;
}
/** Whether the manifest itself has a key, rather than its default. */
export declare function isWritten({ source }: LintContext, path: readonly PropertyKey[]): boolean;
type Words = Omit<Problem, 'where'>;
/** A surprise at a place of the manifest. */
export declare function lintAt({ source }: Pick<LintContext, 'source'>, level: Lint['level'], path: readonly PropertyKey[], words: Words): Lint;
/** Where a trigger, or a part of it, stands in the manifest. */
export declare function triggerPath({ index }: {
    readonly index: number;
}, ...rest: PropertyKey[]): PropertyKey[];
export {};
