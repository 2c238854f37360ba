import { type Problem } from '../../../base/problem.js';
import type { ManifestOptions } from '../../platform.js';
import type { ScalingModel } from '../model.js';
import type { Amount } from '../openValue.js';
import { type ResourceList } from './resource.js';
/** Policies, alarms and bounds of one group, read and joined. */
export interface BuiltModel {
    readonly model: ScalingModel<Amount>;
    readonly warnings: readonly Problem[];
    /** What of its document is not deployed, a sentence each. */
    readonly notes: readonly string[];
}
/**
 * Joins the resources of a document to groups, each with its policies, in the order of their first policies.
 *
 * @throws ProblemError with everything that is wrong; with those of the list alone when they left no policy
 */
export declare function buildModels(list: ResourceList, options: ManifestOptions): BuiltModel[];
