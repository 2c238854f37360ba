import type { SourceDocument } from '../../base/document.js';
import { type Problem } from '../../base/problem.js';
import type { ManifestOptions } from '../platform.js';
import { type ScaledObject } from './manifestSchema.js';
import type { ScaledObjectSettings } from './scaledObject.js';
/** A ScaledObject as the simulation takes it, and what of it is not simulated. */
interface ReadScaledObject {
    readonly settings: ScaledObjectSettings;
    /** `cooldownPeriod` as written, undefined when it was left out. */
    readonly spec: ScaledObject['spec'];
    readonly warnings: readonly Problem[];
}
/** Reads a ScaledObject. @throws ProblemError with everything that is wrong in it */
export declare function readScaledObject(source: SourceDocument, { metricNames }: ManifestOptions): ReadScaledObject;
export {};
