import type { Problem } from '../../base/problem.js';
import { type ScalingModel } from './model.js';
import type { Amount } from './openValue.js';
/** What must be said before a group's policies can run: open values, metrics without a meaning here, what nobody calls. */
export declare function openNeeds(model: ScalingModel<Amount>): readonly Problem[];
/** Metrics that nobody has said the meaning of. */
export declare function unknownMetrics(model: ScalingModel<Amount>): readonly Problem[];
